package io.github.rootfsmaven.engine;

import java.util.Locale;

/** The images of generated projects: the tiny one, with and without volumes. */
enum ImageVariant {
    PLAIN(""),
    DATA("VOLUME /data"),
    STORES("VOLUME [\"/var/lib/store\", \"/srv/files/\"]"),
    NESTED("VOLUME /data /data/sub"),
    ABSENT("VOLUME /absent/place"),
    RUNNING("VOLUME /var/run/app"),
    /** Directories that the base lacks, one of root and one of the user. */
    MADE("WORKDIR /made/roots\nUSER 1000\nWORKDIR /made/own\nVOLUME /made/roots/volume"),
    OWN("VOLUME /own\nUSER 1000"),
    TEMPORARY("VOLUME /tmp\nWORKDIR /opt/app");

    private final String lines;

    ImageVariant(String lines) {
        this.lines = lines;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String image() {
        return "rootfs-test/" + word() + ":1";
    }

    String dockerfile() {
        return "FROM " + TinyImage.NAME + "\n" + lines + "\n";
    }

    /** Makes all of them. */
    static void make() {
        TinyImage.make();
        for (ImageVariant variant : values()) {
            TinyImage.build(variant.image(), variant.dockerfile());
        }
    }
}
