package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.BadParameter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** A file that is either there as a whole or as it was before: whoever reads along never sees half a report. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Writes UTF-8 text; makes the directory if need be.
     *
     * @param parameter what the user names the place with
     * @throws BadParameter if the file cannot be written; what was there before is then still there
     */
    public static void write(String parameter, Path file, String text) throws BadParameter {
        try {
            write(file.toAbsolutePath(), text);
        } catch (IOException refused) {
            throw new BadParameter(parameter, file + " cannot be written: " + reason(refused) + ".");
        }
    }

    /** What happened stands only in the exception's name: {@code FileAlreadyExistsException}. */
    private static String reason(IOException refused) {
        String name = refused.getClass().getSimpleName().replaceFirst("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static void write(Path file, String text) throws IOException {
        Path directory = file.getParent();
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
        try {
            Files.writeString(draft, text);
            // a temporary file is its owner's alone; a report is for everybody who may read the build's other files
            draft.toFile().setReadable(true, false);
            replace(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void replace(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
