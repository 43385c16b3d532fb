package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which names an image may have: {@code ParseNormalizedNamed} of distribution/reference, which BuildKit asks. */
final class ImageName {
    private static final Message INVALID = Message.of("invalid reference format");
    private static final int LONGEST = 255;
    private static final Pattern HEX = Pattern.compile("[a-f0-9]{64}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*+(?<!-))?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*+(?<!-))?)*+|\\[[a-fA-F0-9:]++\\])(?::[0-9]++)?");
    private static final Pattern PATH = Pattern.compile(
            "[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+)*+");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:[-_+.][A-Za-z][A-Za-z0-9]*+)*+:[0-9a-fA-F]{32,}+");

    private ImageName() {}

    /** What is wrong with it; empty if nothing is, or if it hangs on a variable without a value. */
    static Optional<Message> refusal(String name) {
        if (name.indexOf(Text.UNRESOLVED) >= 0) {
            return Optional.empty();
        }
        if (HEX.matcher(name).matches()) {
            return Optional.of(
                    Message.of("invalid repository name ({0}), cannot specify 64-byte hexadecimal strings", name));
        }
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean domain = first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.toLowerCase(Locale.ROOT).equals(first);
        String rest = domain ? name.substring(slash + 1) : name;
        int at = rest.indexOf('@');
        String tagged = at < 0 ? rest : rest.substring(0, at);
        int colon = tagged.indexOf(':');
        String path = colon < 0 ? tagged : tagged.substring(0, colon);
        if (!path.toLowerCase(Locale.ROOT).equals(path)) {
            return Optional.of(Message.of("{0}: repository name ({1}) must be lowercase", INVALID, path));
        }
        boolean valid = (!domain || DOMAIN.matcher(first).matches())
                && PATH.matcher(path).matches()
                && (colon < 0 || TAG.matcher(tagged.substring(colon + 1)).matches())
                && (at < 0 || DIGEST.matcher(rest.substring(at + 1)).matches())
                && path.length() + first.length() < LONGEST;
        return valid ? Optional.empty() : Optional.of(INVALID);
    }
}
