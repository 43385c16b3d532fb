package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Mounts of all kinds in their long form. */
final class CanonicalMounts {
    private final UnaryOperator<String> absolute;

    /** Mounts whose host paths become absolute in that way. */
    CanonicalMounts(UnaryOperator<String> absolute) {
        this.absolute = absolute;
    }

    Sequence volumes(Sequence volumes) throws InvalidInput {
        List<Node> mounts = new ArrayList<>();
        for (Node volume : volumes.items()) {
            mounts.add(
                    volume instanceof Mapping mapping
                            ? longVolume(mapping)
                            : shortVolume(ShortVolume.parse((Scalar) volume)));
        }
        return Sequence.of(mounts, volumes.span());
    }

    private Mapping shortVolume(ShortVolume volume) {
        Span span = volume.whole().span();
        List<Mapping.Entry> keys = new ArrayList<>();
        keys.add(ShortSyntax.entry("type", string(volume.isBind() ? "bind" : "volume", span)));
        volume.source()
                .map(source -> volume.isBind() ? string(absolute.apply(source.value()), span) : source)
                .ifPresent(source -> keys.add(ShortSyntax.entry("source", source)));
        keys.add(ShortSyntax.entry("target", string(Paths.clean(volume.target().value()), span)));
        if (volume.isReadOnly()) {
            keys.add(ShortSyntax.entry("read_only", ShortSyntax.bool(true, span)));
        }
        List<Mapping.Entry> bind = new ArrayList<>();
        if (volume.isBind()) {
            bind.add(ShortSyntax.entry("create_host_path", ShortSyntax.bool(true, span)));
        }
        List<Mapping.Entry> named = new ArrayList<>();
        for (Scalar option : volume.options()) {
            if (ShortVolume.PROPAGATIONS.contains(option.value())) {
                bind.add(ShortSyntax.entry("propagation", option));
            } else if (ShortVolume.SELINUX.contains(option.value())) {
                bind.add(ShortSyntax.entry("selinux", option));
            } else if (option.value().equals("nocopy")) {
                named.add(ShortSyntax.entry("nocopy", ShortSyntax.bool(true, span)));
            }
        }
        if (!bind.isEmpty()) {
            keys.add(ShortSyntax.entry("bind", Mapping.of(bind, Optional.empty(), span)));
        }
        if (!volume.isBind() || !named.isEmpty()) {
            keys.add(ShortSyntax.entry("volume", Mapping.of(named, Optional.empty(), span)));
        }
        return Mapping.of(keys, Optional.empty(), span);
    }

    private Mapping longVolume(Mapping volume) {
        boolean bind = volume.scalar("type")
                .filter(type -> type.value().equals("bind"))
                .isPresent();
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : volume.entries()) {
            Node value = entry.value();
            boolean off =
                    entry.name().equals("read_only") && !((Scalar) value).bool().orElse(true);
            if (bind && entry.name().equals("source")) {
                value = string(absolute.apply(((Scalar) value).value()), value.span());
            } else if (entry.name().equals("target")) {
                value = string(Paths.clean(((Scalar) value).value()), value.span());
            } else if (entry.name().equals("tmpfs") && value instanceof Mapping tmpfs) {
                value = tmpfs(tmpfs);
            } else if (entry.name().equals("volume") && value instanceof Mapping named) {
                boolean copied =
                        named.scalar("nocopy").filter(Interpolation::isTrue).isEmpty();
                value = copied ? named.without("nocopy") : named;
            }
            if (!off) {
                keys.add(entry.with(value));
            }
        }
        return volume.with(keys);
    }

    /** Sizes are printed as bytes in a string, modes as decimal numbers. */
    private static Mapping tmpfs(Mapping tmpfs) {
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : tmpfs.entries()) {
            Node value = entry.value();
            if (entry.name().equals("size")) {
                value = bytes((Scalar) value);
            } else if (entry.name().equals("mode") && value instanceof Scalar mode) {
                Text whole = Text.literal(String.valueOf(mode.whole().orElseThrow()));
                value = mode.with(whole, ScalarType.INT);
            }
            keys.add(entry.with(value));
        }
        return tmpfs.with(keys);
    }

    /** Configs or secrets; a secret's default target is below a directory, a config's stays unsaid. */
    static Sequence files(Sequence mounts, Optional<String> directory) {
        List<Node> items = new ArrayList<>();
        for (Node node : mounts.items()) {
            Mapping mount = ShortSyntax.fileMount(node);
            if (directory.isPresent() && mount.entry("target").isEmpty()) {
                String source = mount.scalar("source").map(Scalar::value).orElse("");
                mount = mount.with(ShortSyntax.entry("target", string(directory.get() + source, mount.span())));
            }
            Optional<Scalar> mode = mount.scalar("mode");
            if (mode.isPresent()) {
                mount = mount.with(mount.entry("mode").orElseThrow().with(octal(mode.get())));
            }
            items.add(mount);
        }
        return Sequence.of(items, mounts.span());
    }

    /** A mode is printed as four octal digits in a string. */
    private static Scalar octal(Scalar mode) {
        boolean digits = mode.isString() && mode.value().matches("[0-7]{1,9}");
        int number = digits
                ? Integer.parseInt(mode.value(), 8)
                : mode.integer().map(BigInteger::intValue).orElse(0);
        return string("%04o".formatted(number), mode.span());
    }

    /** {@code source:target:permissions}; a source alone is its own target. */
    static Sequence devices(Sequence devices) {
        List<Node> items = new ArrayList<>();
        for (Node device : devices.items()) {
            items.add(device(device));
        }
        return Sequence.of(items, devices.span());
    }

    /** A device in the long form. */
    static Mapping device(Node device) {
        return device instanceof Mapping mapping ? mapping : device((Scalar) device);
    }

    private static Mapping device(Scalar device) {
        List<Scalar> parts = device.split(':');
        boolean targeted = parts.size() > 1 && !parts.get(1).value().isEmpty();
        return ShortSyntax.mapping(
                device.span(),
                ShortSyntax.entry("source", parts.get(0)),
                ShortSyntax.entry("target", targeted ? parts.get(1) : parts.get(0)),
                ShortSyntax.entry("permissions", parts.size() > 2 ? parts.get(2) : string("rwm", device.span())));
    }

    /** A size in bytes, in a string. */
    static Scalar bytes(Scalar size) {
        String written = size.printed().value();
        return string(ByteSize.of(written).map(String::valueOf).orElse(written), size.span());
    }

    private static Scalar string(String value, Span span) {
        return Scalar.string(Text.literal(value), span);
    }
}
