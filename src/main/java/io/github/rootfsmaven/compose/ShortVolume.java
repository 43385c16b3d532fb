package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.HostPath;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mount in the short syntax, {@code source:target:options}, cut as compose-go's {@code format/volume.go} does.
 *
 * @param whole the entry
 * @param source host path or volume name; empty for an anonymous volume
 * @param target path in the container, as written
 * @param options the comma-separated words behind the target, known to the reference or not
 */
record ShortVolume(Scalar whole, Optional<Scalar> source, Scalar target, List<Scalar> options) {
    static final Set<String> PROPAGATIONS = Set.of("rprivate", "private", "rshared", "shared", "rslave", "slave");
    static final Set<String> SELINUX = Set.of("z", "Z");

    ShortVolume {
        options = List.copyOf(options);
    }

    static ShortVolume parse(Scalar entry) throws InvalidInput {
        String spec = entry.value();
        if (spec.isEmpty()) {
            throw new InvalidInput(entry.span(), Message.of("invalid empty volume spec"));
        }
        // The reference counts bytes here: a spec of one or two is a target, whatever it looks like.
        if (spec.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 2) {
            return new ShortVolume(entry, Optional.empty(), entry, List.of());
        }
        List<Scalar> sections = sections(entry);
        return switch (sections.size()) {
            case 1 -> new ShortVolume(entry, Optional.empty(), sections.get(0), List.of());
            case 2 -> new ShortVolume(entry, Optional.of(sections.get(0)), sections.get(1), List.of());
            case 3 ->
                new ShortVolume(
                        entry,
                        Optional.of(sections.get(0)),
                        sections.get(1),
                        sections.get(2).split(','));
            default -> throw invalid(entry, Message.of("too many colons"));
        };
    }

    /** A colon behind a single letter at the start of a section belongs to a Windows drive. */
    private static List<Scalar> sections(Scalar entry) throws InvalidInput {
        String spec = entry.value();
        List<Scalar> sections = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= spec.length(); i++) {
            boolean end = i == spec.length();
            if (!end && (spec.charAt(i) != ':' || isDrive(spec, start, i))) {
                continue;
            }
            if (i == start) {
                throw invalid(entry, Message.of("empty section between colons"));
            }
            sections.add(entry.part(start, i));
            start = i + 1;
        }
        return sections;
    }

    private static boolean isDrive(String spec, int start, int colon) {
        return spec.codePointCount(start, colon) == 1 && Character.isLetter(spec.codePointAt(start));
    }

    private static InvalidInput invalid(Scalar entry, Message why) {
        return new InvalidInput(
                entry.span(),
                Message.of("invalid volume '{0}': {1}", entry.text().shown(), why));
    }

    /** The entry with its target cleaned; what is shown of it stays. */
    Scalar withCleanTarget() {
        String clean = Paths.clean(target.value());
        if (clean.equals(target.value())) {
            return whole;
        }
        int start = source.map(before -> before.value().length() + 1).orElse(0);
        Text text = whole.text();
        return whole.with(Text.join(List.of(
                text.substring(0, start),
                Text.moved(clean, target.text()),
                text.substring(start + target.value().length()))));
    }

    /** Whether the source is a path on the host: it begins like one. A variable without a value is taken for a path. */
    boolean isBind() {
        return source.map(Scalar::value).filter(HostPath::isWritten).isPresent();
    }

    /** The last of {@code ro} and {@code rw} counts; other words change nothing. */
    boolean isReadOnly() {
        boolean readOnly = false;
        for (Scalar option : options) {
            readOnly =
                    option.value().equals("ro") || (readOnly && !option.value().equals("rw"));
        }
        return readOnly;
    }
}
