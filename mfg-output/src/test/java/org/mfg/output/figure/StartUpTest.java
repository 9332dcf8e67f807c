package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in one dimension must not pay for the classes that draw planes. */
class StartUpTest {
    @TempDir
    Path folder;

    /** What {@link LineRun} runs: all figures of a game on a line. */
    static final class LineRun {
        private LineRun() {}

        static void draw(Path folder) throws IOException {
            Samples.write(folder, Samples.walk(9, 9));
        }
    }

    /** Loads the classes of this package anew and knows which ones. */
    private static final class Watching extends ClassLoader {
        final Set<String> loaded = ConcurrentHashMap.newKeySet();

        Watching(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.mfg.output.figure.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            loaded.add(name.substring(name.lastIndexOf('.') + 1));
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void figuresOfALineLoadNoClassOfPlanesAndAnimations() throws Exception {
        Watching loader = new Watching(StartUpTest.class.getClassLoader());
        Method draw = loader.loadClass(LineRun.class.getName()).getDeclaredMethod("draw", Path.class);
        draw.setAccessible(true);
        draw.invoke(null, folder);

        assertThat(loader.loaded).contains("Figures", "LineFigures", "SurfaceFigure");
        assertThat(loader.loaded)
                .noneMatch(name -> name.startsWith("Plane"))
                .doesNotContain(
                        "DensityAnimation", "GifWriter", "FramePalette", "LevelLines", "DriftArrows", "Obstacles");
    }
}
