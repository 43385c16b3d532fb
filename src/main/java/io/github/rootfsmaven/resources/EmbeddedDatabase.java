package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database that runs inside the program and keeps its data in files.
 *
 * @param product its name in sentences
 * @param path what it opens
 */
record EmbeddedDatabase(Message product, Text path) {
    private static final Pattern SUBPROTOCOL =
            Pattern.compile("(?i)(?:jdbc:|r2dbc:(?:pool:)?)?(h2|hsqldb|derby|sqlite):(.*)");

    /** File systems of H2's own that keep files (org.h2.store.fs). */
    private static final Pattern H2_FILES =
            Pattern.compile("(?:(?:file|nio|nioMapped|async|split|retry):)*+", Pattern.CASE_INSENSITIVE);

    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)(mem|memory|tcp|ssl|zip|nioMemFS|nioMemLZF|memFS|memLZF|classpath|jar|res|hsqls?|https?|nodb):.*");

    /**
     * The database that a URL opens; empty for a server, for one in memory, and for one that is only read.
     *
     * @param home where {@code ~} leads, if that is known
     */
    static Optional<EmbeddedDatabase> of(Text url, Optional<Text> home) {
        Matcher matcher = SUBPROTOCOL.matcher(url.value());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean reactive = url.value().regionMatches(true, 0, "r2dbc", 0, 5);
        Text rest = url.substring(matcher.start(2));
        return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
            case "h2" -> h2(reactive ? withoutSlashes(rest) : rest, home);
            case "hsqldb" -> hsqldb(rest, home);
            case "derby" -> derby(rest);
            default -> sqlite(rest);
        };
    }

    /** {@code r2dbc:h2:file:///./x}: the three slashes are the URL's. */
    private static Text withoutSlashes(Text rest) {
        int slashes = rest.value().indexOf(":///");
        return slashes < 0 ? rest : Text.join(List.of(rest.substring(0, slashes + 1), rest.substring(slashes + 4)));
    }

    /**
     * Since 1.4 a relative path must say so, by {@code ./} or {@code ~/} (org.h2.engine.ConnectionInfo.getName); others
     * are refused.
     */
    private static Optional<EmbeddedDatabase> h2(Text rest, Optional<Text> home) {
        int options = end(rest.value(), ';');
        String settings = rest.value().substring(options).toUpperCase(Locale.ROOT);
        Text name = rest.substring(0, options);
        Matcher files = H2_FILES.matcher(name.value());
        Text path = files.lookingAt() ? name.substring(files.end()) : name;
        boolean readOnly = settings.contains("ACCESS_MODE_DATA=R;") || settings.endsWith("ACCESS_MODE_DATA=R");
        boolean other = path.value().matches("[A-Za-z][A-Za-z0-9]+:.*");
        boolean place = path.value().startsWith("/")
                || path.value().startsWith("~/")
                || path.value().contains("./");
        return place && !other && !readOnly
                ? atHome(path, home).map(file -> new EmbeddedDatabase(Message.of("an H2"), with(file, ".mv.db")))
                : Optional.empty();
    }

    private static Optional<EmbeddedDatabase> hsqldb(Text rest, Optional<Text> home) {
        int options = end(rest.value(), ';');
        boolean readOnly =
                rest.value().substring(options).toLowerCase(Locale.ROOT).contains("readonly=true");
        Text name = rest.substring(0, options);
        Text path = name.value().startsWith("file:") ? name.substring("file:".length()) : name;
        boolean none = path.value().isBlank()
                || path.value().equals(".")
                || ELSEWHERE.matcher(path.value()).matches();
        return none || readOnly
                ? Optional.empty()
                : atHome(path, home).map(file -> new EmbeddedDatabase(Message.of("an HSQLDB"), with(file, ".lck")));
    }

    private static Optional<EmbeddedDatabase> derby(Text rest) {
        Text name = rest.substring(0, end(rest.value(), ';'));
        Text path = name.value().startsWith("directory:") ? name.substring("directory:".length()) : name;
        boolean none = path.value().isBlank()
                || path.value().startsWith("//")
                || ELSEWHERE.matcher(path.value()).matches();
        return none ? Optional.empty() : Optional.of(new EmbeddedDatabase(Message.of("a Derby"), path));
    }

    private static Optional<EmbeddedDatabase> sqlite(Text rest) {
        int options = end(rest.value(), '?');
        String settings = rest.value().substring(options);
        Text name = rest.substring(0, options);
        Text path = name.value().startsWith("file:") ? name.substring("file:".length()) : name;
        boolean none = path.value().isBlank() || path.value().startsWith(":");
        boolean elsewhere = settings.matches(".*[?&](mode=(memory|ro)|immutable=1|open_mode=1)(&.*)?");
        return none || elsewhere ? Optional.empty() : Optional.of(new EmbeddedDatabase(Message.of("an SQLite"), path));
    }

    private static Optional<Text> atHome(Text path, Optional<Text> home) {
        return path.value().startsWith("~/")
                ? home.map(directory -> Text.join(List.of(directory, path.substring(1))))
                : Optional.of(path);
    }

    /** Of a URL that may not be shown, the ending says nothing. */
    private static Text with(Text file, String ending) {
        return Text.join(List.of(file, file.interpolated() ? Text.resolved(ending, "") : Text.literal(ending)));
    }

    private static int end(String value, char separator) {
        int at = value.indexOf(separator);
        return at < 0 ? value.length() : at;
    }
}
