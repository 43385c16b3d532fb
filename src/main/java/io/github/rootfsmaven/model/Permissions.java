package io.github.rootfsmaven.model;

import io.github.rootfsmaven.model.WritableMap.Entry;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.util.Optional;

/**
 * Owner and permissions of the places that a container can write: the second question, after that of the mounts. What a
 * mount point gets was seen on a running engine, with the older and the newer runc; where they differ, and where the
 * files do not tell, the answer is unknown.
 */
final class Permissions {
    private static final int OWNERS = 0200;
    private static final int EVERYBODY = 0222;

    private final Container container;
    private final WritableMap map;

    Permissions(Container container, WritableMap map) {
        this.container = container;
        this.map = map;
    }

    /**
     * Whether a user can write at a path: in the directory that is there.
     *
     * @param user as {@code user} has it: a name or number, with or without a group
     */
    Known<Boolean> writableBy(String user, String path) {
        Entry entry = map.entryFor(path);
        if (entry.access() == Access.READ_ONLY) {
            return Known.of(false);
        }
        String name = user.split(":", 2)[0];
        if (entry.access() == Access.UNKNOWN || name.isEmpty() || user.indexOf(Text.UNRESOLVED) >= 0) {
            return Known.unknown("the mount or the user is not known");
        }
        if (isRoot(name)) {
            return container.privileges().lacks("DAC_OVERRIDE")
                    ? Known.unknown("root without DAC_OVERRIDE writes what is his own")
                    : Known.of(true);
        }
        String place = map.followed(path);
        boolean mountPoint = place.equals(entry.path());
        return switch (entry.type()) {
            case TMPFS -> mountPoint ? tmpfs(name, place) : unknown();
            case ROOT -> image(name, place);
            case VOLUME, ANONYMOUS_VOLUME, IMAGE_VOLUME -> mountPoint && isNew(place) ? image(name, place) : unknown();
            case ENGINE -> mountPoint ? engine(place) : unknown();
            case BIND, CONFIG, SECRET, INHERITED -> unknown();
        };
    }

    /** A volume takes over owner and permissions of the image's directory, unless it is told not to. */
    private boolean isNew(String place) {
        return mount(place).filter(mount -> mount.hasOption("nocopy")).isEmpty();
    }

    /**
     * A tmpfs gets {@code uid} as its owner, else root. Without {@code mode} it gets the permissions of the image's
     * directory, else 1777. A {@code mode} over a directory of the image is ignored by runc 1.1 and honoured by runc 1.3.
     */
    private Known<Boolean> tmpfs(String user, String place) {
        if (mount(place).filter(Permissions::isUnresolved).isPresent()) {
            return unknown();
        }
        String owner = option(place, "uid").orElse("root");
        Optional<Integer> covered = container.image().directory(place).flatMap(ImageFile::mode);
        Optional<Integer> asked = option(place, "mode")
                .filter(digits -> digits.matches("[0-7]{1,6}"))
                .map(digits -> Integer.parseInt(digits, 8));
        if (covered.isEmpty()) {
            // it may be there or not; no directory of an image is closed to its own owner
            boolean own = isSame(user, owner)
                    && asked.filter(mode -> (mode & OWNERS) == 0).isEmpty();
            return own ? Known.of(true) : unknown();
        }
        Known<Boolean> byImage = allows(user, owner, covered.get());
        boolean agreed =
                asked.filter(mode -> !allows(user, owner, mode).equals(byImage)).isEmpty();
        return agreed ? byImage : unknown();
    }

    private static boolean isUnresolved(Mount mount) {
        return mount.options().stream().anyMatch(option -> option.value().indexOf(Text.UNRESOLVED) >= 0);
    }

    private Known<Boolean> image(String user, String place) {
        Optional<ImageFile> directory = container.image().directory(place);
        Optional<String> owner = directory.flatMap(ImageFile::owner);
        Optional<Integer> mode = directory.flatMap(ImageFile::mode);
        return owner.isPresent() && mode.isPresent() ? allows(user, owner.get(), mode.get()) : unknown();
    }

    private static Known<Boolean> engine(String place) {
        return switch (place) {
            case "/dev", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf" -> Known.of(false);
            case "/dev/shm", "/dev/mqueue" -> Known.of(true);
            default -> unknown();
        };
    }

    /** A name may be any number, and a group may have any member. */
    private static Known<Boolean> allows(String user, String owner, int mode) {
        if (isSame(user, owner)) {
            return Known.of((mode & OWNERS) != 0);
        }
        if ((mode & EVERYBODY) == EVERYBODY) {
            return Known.of(true);
        }
        boolean another = isRoot(owner) || isNumber(user) && isNumber(owner);
        return another && (mode & EVERYBODY & ~OWNERS) == 0 ? Known.of(false) : unknown();
    }

    private static boolean isSame(String user, String owner) {
        return isNumber(user) && isNumber(owner) ? Long.parseLong(user) == Long.parseLong(owner) : user.equals(owner);
    }

    private static boolean isRoot(String user) {
        return user.equals("root") || user.matches("0+");
    }

    private static boolean isNumber(String user) {
        return user.matches("[0-9]{1,10}");
    }

    private Optional<Mount> mount(String place) {
        return container.mounts().stream()
                .filter(mount -> mount.path().equals(place))
                .reduce((first, last) -> last);
    }

    private Optional<String> option(String place, String key) {
        return mount(place).stream()
                .flatMap(mount -> mount.options().stream())
                .map(Located::value)
                .filter(option -> option.startsWith(key + "="))
                .map(option -> option.substring(key.length() + 1))
                .reduce((first, last) -> last);
    }

    private static Known<Boolean> unknown() {
        return Known.unknown("owner or permissions are not known");
    }
}
