package io.github.rootfsmaven.engine;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/truth.md}: the parts between its markers are written by the tests. */
final class Truth {
    static final Path FILE = Path.of("docs", "truth.md");
    static final String HEAD = "| runc | claims proved | containers compared | paths compared | differences | on |";

    private Truth() {}

    /** Whether the file is to be written anew. */
    static boolean isUpdated() {
        return Boolean.getBoolean("rootfs.truth.update");
    }

    /** Every claim by the test that proves it, as {@code EngineXTest.method}. */
    static Map<String, String> claims() {
        Map<String, String> claims = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("io.github.rootfsmaven.engine")) {
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(Claim.class)) {
                    claims.put(
                            type.getSimpleName() + "." + method.getName(),
                            method.getAnnotationOfType(Claim.class).value());
                }
            }
        }
        return claims;
    }

    /** The list of claims as the file has it. */
    static String list() {
        return claims().entrySet().stream()
                .map(claim -> "| " + claim.getValue().replace("|", "\\|") + " | `" + claim.getKey() + "` |")
                .collect(Collectors.joining("\n", "| claim | proved by |\n|---|---|\n", "\n"));
    }

    /** What stands between {@code <!-- name -->} and {@code <!-- /name -->}. */
    static String part(String name) throws IOException {
        String text = Files.readString(FILE);
        return text.substring(start(text, name), end(text, name));
    }

    /** Writes a part anew. */
    static void write(String name, String part) throws IOException {
        String text = Files.readString(FILE);
        Files.writeString(FILE, text.substring(0, start(text, name)) + part + text.substring(end(text, name)));
    }

    /** The rows of figures, each a list of cells. */
    static List<List<String>> figures() throws IOException {
        return part("figures")
                .lines()
                .filter(line -> line.startsWith("| ") && !line.equals(HEAD))
                .map(line -> Arrays.stream(line.substring(2).split(" \\| | \\|"))
                        .map(String::strip)
                        .toList())
                .sorted(Comparator.comparing((List<String> row) -> row.get(0)))
                .toList();
    }

    private static int start(String text, String name) {
        return text.indexOf("<!-- " + name + " -->\n") + ("<!-- " + name + " -->\n").length();
    }

    private static int end(String text, String name) {
        return text.indexOf("<!-- /" + name + " -->");
    }
}
