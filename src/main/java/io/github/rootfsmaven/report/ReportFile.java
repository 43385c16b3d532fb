package io.github.rootfsmaven.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is either there as a whole or as it was before: whoever reads along never sees half a report. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Writes UTF-8 text; makes the directory if need be.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Path file, String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            readableAsUsual(draft);
            replace(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A temporary file is its owner's alone; a report is for everybody who may read the build's other files. */
    private static void readableAsUsual(Path draft) {
        if (draft.toFile().setReadable(true, false)) {
            return;
        }
        // a file system without such rights: nothing to do
    }

    private static void replace(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
