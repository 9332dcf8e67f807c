package org.mfg.app.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;

/** Where the runs of a sweep are made. Engines are found by {@link ServiceLoader}. */
public interface SweepEngine {
    /** The engine used unless another is named: this process. */
    String THREADS = "threads";

    /** The engine of the optional module mfg-spark. */
    String SPARK = "spark";

    /** The names of the engines that MFG has, whether or not they are on the class path. */
    List<String> NAMES = List.of(THREADS, SPARK);

    /** Its name on the command line. */
    String name();

    /**
     * Starts the workers.
     *
     * @throws InvalidInputException if they are not to be had, or an option is not for this engine
     */
    Workers start(Options options);

    /**
     * What the user says about the workers.
     *
     * @param workers how many
     * @param master the address of a cluster
     * @param plugins a folder with the jars of plugins
     */
    record Options(OptionalInt workers, Optional<String> master, Optional<Path> plugins) {}

    /**
     * The engine of that name.
     *
     * @throws InvalidInputException if there is none on the class path
     */
    static SweepEngine named(String name) {
        Map<String, SweepEngine> known =
                ServiceLoader.load(SweepEngine.class, SweepEngine.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .collect(Collectors.toMap(SweepEngine::name, Function.identity()));
        SweepEngine engine = known.get(name);
        if (engine != null) {
            return engine;
        }
        if (name.equals(SPARK)) {
            throw InvalidInputException.because(
                    "engine",
                    "engine spark must be on the class path: it is the optional module mfg-spark, which the launcher ./mfg"
                            + " builds and adds (mvn -Pspark elsewhere, see docs/sweep.md)");
        }
        throw Names.unknown("engine", name, NAMES);
    }
}
