package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.shell.Argument;
import io.github.rootfsmaven.shell.Invocation;
import java.util.List;
import java.util.Map;

/** Commands that do nothing but start another program of the same language. */
final class Wrappers {
    private static final Map<String, String> RUNNERS = Map.of(
            "python", "-m", "python3", "-m", "bundle", "exec", "poetry", "run", "pipenv", "run", "uv", "run", "pdm",
            "run");

    private static final List<String> PLAIN =
            List.of("npx", "opentelemetry-instrument", "ddtrace-run", "sentry-run", "catchsegv");

    private static final int DEEPEST = 4;

    private Wrappers() {}

    /** What such a command starts, or the command itself. */
    static Invocation inside(Invocation invocation) {
        Invocation inner = invocation;
        for (int i = 0; i < DEEPEST; i++) {
            inner = unwrapped(inner);
        }
        return inner;
    }

    private static Invocation unwrapped(Invocation outer) {
        List<Argument> words = outer.arguments();
        String runner = RUNNERS.get(outer.program());
        int skipped = PLAIN.contains(outer.program()) ? 0 : runner == null ? -1 : 1;
        boolean wraps = skipped >= 0
                && words.size() > skipped
                && (skipped == 0 || words.get(0).value().equals(runner))
                && !words.get(skipped).value().startsWith("-");
        if (!wraps) {
            return outer;
        }
        return new Invocation(
                Paths.name(words.get(skipped).value()),
                outer.first(),
                words.subList(skipped + 1, words.size()),
                outer.directory(),
                outer.script(),
                outer.role(),
                outer.conditional(),
                outer.ends());
    }
}
