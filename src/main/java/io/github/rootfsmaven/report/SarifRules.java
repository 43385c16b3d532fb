package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a SARIF log, in the words of their pages (section 3.49). They have no {@code security-severity}: that is
 * a CVSS score, and how grave a finding is hangs on how sure it is, not on its rule alone. Nor have they a
 * {@code helpUri}, for the pages are in {@code help}.
 */
final class SarifRules {
    private static final Pattern WEAKNESS = Pattern.compile("CWE-\\d+");
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private SarifRules() {}

    static JsonArray of(List<String> ids) {
        JsonArray rules = new JsonArray();
        for (String id : ids) {
            JsonObject rule = new JsonObject();
            rule.addProperty("id", id);
            RulePage.of(id).ifPresent(page -> describe(rule, page));
            rules.add(rule);
        }
        return rules;
    }

    private static void describe(JsonObject rule, RulePage page) {
        rule.add("shortDescription", text(plain(page.title())));
        rule.add("fullDescription", text(plain(page.sections().getOrDefault("What it finds", page.title()))));
        JsonObject help = text(plain(page.markdown().strip()));
        help.addProperty("markdown", page.markdown().strip());
        rule.add("help", help);
        JsonObject configuration = new JsonObject();
        configuration.addProperty("level", level(page).word());
        rule.add("defaultConfiguration", configuration);
        JsonArray tags = new JsonArray();
        tags.add("security");
        String named = page.facts().getOrDefault("Tags", "");
        Matcher weakness = WEAKNESS.matcher(named);
        while (weakness.find()) {
            // as CodeQL names them, and GitHub shows them
            tags.add("external/cwe/" + weakness.group().toLowerCase(Locale.ROOT));
        }
        JsonObject properties = new JsonObject();
        properties.add("tags", tags);
        properties.addProperty("since", page.facts().getOrDefault("Since", ""));
        rule.add("properties", properties);
    }

    /** The gravest severity that the page names: findings of which one is less sure have a level of their own. */
    private static Severity level(RulePage page) {
        return WORD.matcher(page.facts().getOrDefault("Severity", ""))
                .results()
                .map(word -> Severity.of(word.group()))
                .flatMap(Optional::stream)
                .min(Severity::compareTo)
                .orElse(Severity.WARNING);
    }

    /** These are multiformat message strings (section 3.12), whose braces are doubled like those of messages. */
    private static JsonObject text(String text) {
        return SarifReport.message(text);
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "").replace("**", "");
    }
}
