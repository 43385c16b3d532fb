package io.github.rootfsmaven.knowledge;

import java.util.List;
import java.util.stream.Stream;

/** What one file knows of images. */
interface Entries {

    /** All that may speak of an image of that name, in the file's order. */
    Stream<KnownImage> named(ImageName name);

    /** All that may speak of one of those packages, in the file's order. */
    Stream<KnownImage> packaged(List<String> packages);

    /** Entries that have been read. */
    static Entries of(List<KnownImage> images) {
        return new Entries() {
            @Override
            public Stream<KnownImage> named(ImageName name) {
                return images.stream();
            }

            @Override
            public Stream<KnownImage> packaged(List<String> packages) {
                return images.stream().filter(image -> !image.packages().isEmpty());
            }
        };
    }
}
