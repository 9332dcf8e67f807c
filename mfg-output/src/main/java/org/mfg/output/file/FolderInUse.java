package org.mfg.output.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Somebody else is writing into a folder. */
public final class FolderInUse extends IOException {
    private static final long serialVersionUID = 1;

    FolderInUse(Path folder, Optional<String> holder) {
        super(holder.orElse("another process") + " is writing into " + folder);
    }
}
