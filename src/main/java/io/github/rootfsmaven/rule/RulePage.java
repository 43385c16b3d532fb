package io.github.rootfsmaven.rule;

import io.github.rootfsmaven.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's page: the single source of its words. It is a Markdown file of one form: {@code # id}, one sentence that is
 * the title, a table with {@code Severity}, {@code Since} and {@code Tags}, then sections.
 *
 * @param id the rule's id
 * @param title one sentence
 * @param facts the table's rows by their first column
 * @param sections the text below each {@code ##} heading, by its English name, in order
 * @param markdown the whole page
 */
public record RulePage(
        String id, String title, Map<String, String> facts, Map<String, String> sections, String markdown) {

    private static final Pattern ROW = Pattern.compile("\\|\\s*([^|]+?)\\s*\\|\\s*([^|]+?)\\s*\\|");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w+ (\\S+)\\n(.*?)^```$");

    /** What the sections are called in Japanese: whoever asks for one names it in English. */
    private static final Map<String, String> JAPANESE = Map.of(
            "検出する内容", "What it finds",
            "理由", "Why",
            "対処", "How to fix",
            "悪い例", "Bad",
            "良い例", "Good",
            "検出しない場合", "Not reported when",
            "根拠", "Premise");

    public RulePage {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        sections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        Objects.requireNonNull(markdown);
    }

    /** A file in an example of a page: the name that stands behind the fence's language, and its text. */
    public record Example(String file, String text) {}

    /** The English page of the rule with that id, if there is one. */
    public static Optional<RulePage> of(String id) {
        return in("", id);
    }

    /** The page of the rule with that id in a language, or in English where nobody has translated it. */
    public static Optional<RulePage> of(String id, Language language) {
        return language == Language.EN ? of(id) : in(language.word() + "/", id).or(() -> of(id));
    }

    private static Optional<RulePage> in(String directory, String id) {
        try (InputStream in = RulePage.class.getResourceAsStream("pages/" + directory + id + ".md")) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the page of rule " + id + " in the plugin's own jar", unreadable);
        }
    }

    /** Reads a page. */
    public static RulePage parse(String markdown) {
        String id = "";
        StringBuilder title = new StringBuilder();
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, String> sections = new LinkedHashMap<>();
        String section = null;
        for (String line : markdown.split("\n", -1)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("# ")) {
                id = id.isEmpty() && section == null ? line.substring(2).strip() : id;
            }
            if (line.startsWith("## ")) {
                String heading = line.substring(3).strip();
                section = JAPANESE.getOrDefault(heading, heading);
                sections.put(section, "");
            } else if (section != null) {
                sections.merge(section, line + "\n", String::concat);
            } else if (row.matches() && !row.group(1).isBlank() && !row.group(1).startsWith("-")) {
                facts.put(row.group(1), row.group(2));
            } else if (facts.isEmpty() && !line.isBlank() && !line.startsWith("|") && !line.startsWith("#")) {
                title.append(title.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        sections.replaceAll((heading, text) -> text.strip());
        return new RulePage(id, title.toString(), facts, sections, markdown);
    }

    /** The files of the examples below a heading, {@code Bad} or {@code Good}, in order. */
    public List<Example> examples(String heading) {
        List<Example> examples = new ArrayList<>();
        Matcher fence = FENCE.matcher(sections.getOrDefault(heading, ""));
        while (fence.find()) {
            examples.add(new Example(fence.group(1), fence.group(2)));
        }
        return examples;
    }
}
