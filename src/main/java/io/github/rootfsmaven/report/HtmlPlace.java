package io.github.rootfsmaven.report;

import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * A place of the picture as the template shows it.
 *
 * @param state its style
 * @param word its state in words
 * @param detail what is mounted, with its options, or what lies there
 * @param size {@code wide} for one that holds much
 */
record HtmlPlace(
        String path,
        String state,
        String word,
        String detail,
        String size,
        String declared,
        List<Wish> writes,
        List<HtmlPlace> inside) {
    /** Whether something will want to write there. */
    boolean anyWrites() {
        return !writes.isEmpty();
    }

    /** The places in it that are there only to be known: nothing is mounted on them, nothing is known to write there. */
    List<HtmlPlace> landmarks() {
        return inside.stream().filter(HtmlPlace::isLandmark).toList();
    }

    /** Whether there are such places. */
    boolean anyLandmarks() {
        return inside.stream().anyMatch(HtmlPlace::isLandmark);
    }

    /** The other places in it. */
    List<HtmlPlace> others() {
        return inside.stream().filter(place -> !place.isLandmark()).toList();
    }

    /** Whether there are such places. */
    boolean anyOthers() {
        return inside.stream().anyMatch(place -> !place.isLandmark());
    }

    private boolean isLandmark() {
        return declared.isEmpty() && writes.isEmpty() && inside.isEmpty();
    }

    /** What will want to write there. */
    record Wish(String kind, String path, List<HtmlWords.Piece> why) {
        boolean anyWhy() {
            return !why.isEmpty();
        }
    }

    static HtmlPlace of(Picture.Place place, HtmlWords words, HtmlPlaces places) {
        List<HtmlPlace> inside =
                place.inside().stream().map(next -> of(next, words, places)).toList();
        boolean wide = !inside.isEmpty() || place.shown().length() > 28;
        return new HtmlPlace(
                Printable.text(place.shown()),
                place.state().id(),
                words.say(place.state().word()),
                detail(place, words),
                wide ? "wide" : "",
                place.mount()
                        .flatMap(WritableMap.Entry::declared)
                        .map(places::of)
                        .orElse(""),
                place.writes().stream()
                        .map(write -> wish(place, write, words))
                        .distinct()
                        .toList(),
                inside);
    }

    private static Wish wish(Picture.Place place, Write write, HtmlWords words) {
        boolean homeless = place.state() == Picture.State.NO_PLACE || place.state() == Picture.State.PERHAPS_NO_PLACE;
        boolean deeper = !write.path().shown().equals(place.shown());
        return new Wish(
                words.word(write.kind()),
                deeper ? Printable.text(write.path().shown()) : "",
                homeless ? HtmlWords.pieces(words.say(write.why())) : List.of());
    }

    private static String detail(Picture.Place place, HtmlWords words) {
        List<String> said = new ArrayList<>();
        place.holds().map(words::say).ifPresent(said::add);
        place.mount().filter(mount -> !mount.path().equals("/")).ifPresent(mount -> {
            if (!mount.type().word().equals(place.state().id())) {
                said.add(words.say(Words.of(mount.type())));
            }
            said.add(Printable.text(place.source()));
            mount.options().forEach(option -> said.add(Printable.text(option)));
        });
        return String.join(" · ", said.stream().filter(word -> !word.isEmpty()).toList());
    }
}
