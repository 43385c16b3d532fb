package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.dockerrun.Arguments.Flag;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code --mount}: a line of CSV whose fields are {@code key=value} (docker/cli: opts/mount.go, MountOpt.Set). */
final class MountFlag {
    /** A size as go-units' RAMInBytes reads it. */
    private static final Pattern SIZE = Pattern.compile("(?i)(\\d+(?:\\.\\d+)?) ?([kmgtp]?)i?b?");

    private final List<Text> options = new ArrayList<>();
    private String type = "volume";
    private Optional<Text> source = Optional.empty();
    private Optional<Text> target = Optional.empty();
    private Access access = Access.WRITABLE;
    private String recursive = "";
    private boolean refused;

    private MountFlag() {}

    static Optional<Mount> read(Flag flag) {
        MountFlag mount = new MountFlag();
        fields(flag.value()).forEach(mount::field);
        if (mount.refused || mount.target.isEmpty()) {
            return Optional.empty();
        }
        MountType type = switch (mount.type) {
            case "bind", "npipe" -> MountType.BIND;
            case "tmpfs" -> MountType.TMPFS;
            default -> mount.source.isEmpty() ? MountType.ANONYMOUS_VOLUME : MountType.VOLUME;
        };
        // a mounted image is always read-only
        Access access = mount.type.equals("image") ? Access.READ_ONLY : mount.access;
        return MountFlags.mount(flag, type, mount.target.get(), mount.source, access, mount.options, mount.recursive);
    }

    /** The fields of a line of CSV; in quotes a comma means itself. */
    private static List<Text> fields(Text line) {
        List<Text> fields = new ArrayList<>();
        String all = line.value();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= all.length(); i++) {
            boolean end = i == all.length();
            if (!end && all.charAt(i) == '"') {
                quoted = !quoted;
            }
            if (end || (all.charAt(i) == ',' && !quoted)) {
                boolean inQuotes = i - start > 1 && all.charAt(start) == '"' && all.charAt(i - 1) == '"';
                fields.add(inQuotes ? line.substring(start + 1, i - 1) : line.substring(start, i));
                start = i + 1;
            }
        }
        return fields;
    }

    private void field(Text field) {
        int equals = field.value().indexOf('=');
        String key = (equals < 0 ? field.value() : field.value().substring(0, equals)).toLowerCase(Locale.ROOT);
        Text value = equals < 0 ? Text.literal("true") : field.substring(equals + 1);
        switch (key) {
            case "type" -> type = value.value().toLowerCase(Locale.ROOT);
            case "source", "src" -> source = Optional.of(value);
            case "target", "dst", "destination" -> target = Optional.of(value);
            case "readonly", "ro" -> access = readOnly(value.value());
            case "bind-propagation" -> options.add(value);
            case "bind-recursive" -> recursive = value.value().matches("writable|disabled") ? value.value() : "";
            case "bind-nonrecursive" -> recursive = "disabled";
            case "tmpfs-size" -> options.add(size(value));
            case "tmpfs-mode" -> options.add(Text.join(List.of(Text.literal("mode="), value)));
            case "consistency",
                    "bind-create-src",
                    "volume-subpath",
                    "volume-nocopy",
                    "volume-label",
                    "volume-driver",
                    "volume-opt",
                    "image-subpath" -> {
                // none of them decides what can be written
            }
            default -> refused = true;
        }
    }

    private static Access readOnly(String value) {
        if (value.matches("(?i)1|true")) {
            return Access.READ_ONLY;
        }
        return value.matches("(?i)0|false") ? Access.WRITABLE : Access.UNKNOWN;
    }

    /** The engine gets bytes. */
    private static Text size(Text value) {
        Matcher size = SIZE.matcher(value.value());
        if (!size.matches()) {
            return Text.join(List.of(Text.literal("size="), value));
        }
        int power = size.group(2).isEmpty() ? 0 : "kmgtp".indexOf(size.group(2).toLowerCase(Locale.ROOT)) + 1;
        long bytes = new BigDecimal(size.group(1))
                .multiply(BigDecimal.valueOf(1L << (10 * power)))
                .longValue();
        return Text.moved("size=" + bytes, Text.join(List.of(Text.literal("size="), value)));
    }
}
