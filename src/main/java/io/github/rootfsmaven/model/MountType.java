package io.github.rootfsmaven.model;

/** What is mounted at a place, or the root filesystem itself. */
public enum MountType {
    /** The image with the container's own layer over it. */
    ROOT("root"),
    /** Memory; empty at every start. */
    TMPFS("tmpfs"),
    /** A file or directory of the host. */
    BIND("bind"),
    /** A volume with a name. */
    VOLUME("volume"),
    /** A volume that Compose declares without a name. */
    ANONYMOUS_VOLUME("anonymous-volume"),
    /** A volume that the image declares and nothing replaces. */
    IMAGE_VOLUME("image-volume"),
    CONFIG("config"),
    SECRET("secret"),
    /** Taken over from another container with {@code volumes_from}. */
    INHERITED("inherited"),
    /** Mounted by the engine in every container: {@code /dev}, {@code /proc}, {@code /etc/hosts} … */
    ENGINE("engine");

    private final String word;

    MountType(String word) {
        this.word = word;
    }

    /** Its name in reports. */
    public String word() {
        return word;
    }
}
