package io.github.rootfsmaven.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for people that can be said in several languages. As with gettext, the English template is written where it is
 * used, and is the key of its translations; {@code {0}} stands for the first value.
 *
 * @param template English, with {@code {0}}, {@code {1}} … for the values
 * @param values what cannot be translated, such as a path, or messages, which are
 */
public record Message(String template, List<Object> values) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final String WHOLE = "{0}";

    public Message {
        Objects.requireNonNull(template);
        values = List.copyOf(values);
    }

    /** A template and what stands in it. */
    public static Message of(String template, Object... values) {
        return new Message(template, Arrays.asList(values));
    }

    /** Words that are the same in every language. */
    public static Message verbatim(String text) {
        return of(WHOLE, text);
    }

    /** Messages one behind the other, with something in between; empty ones are left out. */
    public static Message joined(String separator, List<Message> messages) {
        List<Object> said = messages.stream()
                .filter(message -> !message.isEmpty())
                .map(Object.class::cast)
                .toList();
        if (said.size() == 1) {
            return (Message) said.get(0);
        }
        return said.stream()
                .map(Message.class::cast)
                .reduce((before, next) -> of("{0}" + separator + "{1}", before, next))
                .orElse(verbatim(""));
    }

    /** Nothing to say. */
    public static Message nothing() {
        return verbatim("");
    }

    /** The same clause at the beginning of a sentence. */
    public Message opening() {
        return new Message(WHOLE, List.of(new Opening(this)));
    }

    /** English begins a sentence with a capital letter. */
    private record Opening(Message clause) {
        @Override
        public String toString() {
            String words = clause.english();
            return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return english().isEmpty();
    }

    /** As it is said in English, and to machines. */
    public String english() {
        return with(UnaryOperator.identity(), Message::english, Opening::toString);
    }

    /** As it is said in a language; in English where there is no translation. */
    public String in(Language language) {
        return language == Language.EN
                ? english()
                : with(language::template, message -> message.in(language), opening -> opening.clause.in(language));
    }

    /** As to machines, for what is put into other words. */
    @Override
    public String toString() {
        return english();
    }

    private String with(
            UnaryOperator<String> translation, Function<Message, String> inner, Function<Opening, String> opening) {
        List<String> said = values.stream()
                .map(value -> value instanceof Message message
                        ? inner.apply(message)
                        : value instanceof Opening clause ? opening.apply(clause) : value.toString())
                .toList();
        return PLACE.matcher(translation.apply(template)).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(number < said.size() ? said.get(number) : place.group());
        });
    }
}
