package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A console that keeps what it is told. */
public final class Lines implements Console {
    private final List<String> all = new ArrayList<>();

    /** What was said, in order; a view. */
    public List<String> all() {
        return all;
    }

    /** A screen without colours that says all here, in English. */
    public Screen screen(Path directory) {
        return screen(directory, Language.EN);
    }

    public Screen screen(Path directory, Language language) {
        return new Screen(this, Style.PLAIN, new PathNames(directory, directory), new CommandLine("rootfs"), language);
    }

    @Override
    public void error(String line) {
        all.add(line);
    }

    @Override
    public void warning(String line) {
        all.add(line);
    }

    @Override
    public void info(String line) {
        all.add(line);
    }
}
