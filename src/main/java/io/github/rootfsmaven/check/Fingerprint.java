package io.github.rootfsmaven.check;

import io.github.rootfsmaven.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells findings apart by what they are about, never by prose or line numbers. */
final class Fingerprint {
    private Fingerprint() {}

    /** The first 32 hexadecimal digits of a SHA-256 over rule, file name, container, subject and how sure it is. */
    static String of(Finding finding) {
        String identity = String.join(
                "\n",
                finding.rule(),
                finding.span().file().path().getFileName().toString(),
                finding.container()
                        .flatMap(container -> container.name())
                        .map(name -> name.value())
                        .orElse(""),
                finding.subject(),
                finding.confidence().word());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
