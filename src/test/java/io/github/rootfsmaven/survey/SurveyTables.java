package io.github.rootfsmaven.survey;

import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.harden.Intention;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Write;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of {@code docs/in-the-wild.md}, by the names of their markers. No value of a variable gets into them. */
final class SurveyTables {
    private static final String HEAD = "| %s | services | | repositories | |\n|---|---|---|---|---|\n";
    private static final int LONG = 25;
    private static final int SHORT = 15;

    private final Survey survey;

    private SurveyTables(Survey survey) {
        this.survey = survey;
    }

    static Map<String, String> of(Survey survey) {
        SurveyTables tables = new SurveyTables(survey);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("sample", tables.sample());
        all.put("adoption", tables.adoption());
        all.put("readers", tables.readers());
        all.put("verdicts", tables.verdicts());
        all.put(
                "rules",
                tables.common("rule", LONG, service -> service.rules().stream().map(SurveyTables::link)));
        all.put("mounts", tables.mounts());
        all.put("alone", tables.alone());
        all.put("paths", tables.common("path", LONG, SurveyTables::paths));
        all.put("kinds", tables.kinds());
        all.put("breaking", tables.common("image", SHORT, SurveyTables::breaking));
        all.put("images", tables.common("image", LONG, service -> service.image().map(SurveyTables::code).stream()));
        all.put("unknown", tables.common("image", SHORT, SurveyTables::unknown));
        all.put("harden", tables.harden());
        all.put("changes", tables.changes());
        return all;
    }

    private String sample() {
        Set<String> images = new TreeSet<>();
        survey.services().forEach(service -> service.image().ifPresent(images::add));
        return table(
                "| | |\n|---|---|\n",
                Stream.of(
                        "| repositories with a file that counts | %d |"
                                .formatted(survey.repositories().size()),
                        "| YAML files | %d |".formatted(survey.yamlFiles()),
                        "| Compose files that are whole by themselves | %d |".formatted(survey.composeFiles()),
                        "| services | %d |".formatted(survey.services().size()),
                        "| services in files for development or tests, by their names | %s |"
                                .formatted(notForProduction()),
                        "| services in the three repositories that have most | %s |".formatted(inTheLargest(3)),
                        "| different images that are pulled, without their tags | %d |".formatted(images.size())));
    }

    private String notForProduction() {
        int others = count(survey.services(), service -> service.container().scope() != Scope.PRODUCTION);
        return Tally.share(others, survey.services().size());
    }

    private String inTheLargest(int most) {
        Map<String, Long> sizes =
                survey.services().stream().collect(Collectors.groupingBy(Surveyed::repository, Collectors.counting()));
        long largest = sizes.values().stream()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(most)
                .mapToLong(Long::longValue)
                .sum();
        return Tally.share((int) largest, survey.services().size());
    }

    private String adoption() {
        Map<String, Predicate<Surveyed>> marks = new LinkedHashMap<>();
        marks.put("`read_only: true`", SurveyTables::readsOnly);
        marks.put("… and a tmpfs", service -> readsOnly(service) && service.hasTmpfs());
        marks.put("… and one on `/tmp`", service -> readsOnly(service) && service.hasTemporaryFiles());
        marks.put("a tmpfs without `read_only: true`", service -> !readsOnly(service) && service.hasTmpfs());
        marks.put(
                "a variable decides",
                service -> service.container().readOnly().value().isEmpty());
        return marked("service has", marks);
    }

    /** Whoever has one read-only service: how many he has of how many. */
    private String readers() {
        Map<String, List<Surveyed>> owners = survey.services().stream()
                .collect(Collectors.groupingBy(Surveyed::repository, TreeMap::new, Collectors.toList()));
        return table(
                "| repository | services | with `read_only: true` | of these `hardened` |\n|---|---|---|---|\n",
                owners.entrySet().stream()
                        .filter(owner -> owner.getValue().stream().anyMatch(SurveyTables::readsOnly))
                        .map(owner -> "| %s | %d | %d | %d |"
                                .formatted(
                                        owner.getKey().replaceFirst("\\+", "/"),
                                        owner.getValue().size(),
                                        count(owner.getValue(), SurveyTables::readsOnly),
                                        count(owner.getValue(), service -> service.verdict() == Verdict.HARDENED))));
    }

    private String verdicts() {
        Tally tally =
                Tally.of(survey, service -> Stream.of(code(service.verdict().word())));
        return table(
                HEAD.formatted("verdict"),
                Arrays.stream(Verdict.values()).map(verdict -> tally.row(code(verdict.word()))));
    }

    private String mounts() {
        Map<MountType, String> words = new LinkedHashMap<>();
        words.put(MountType.BIND, "a directory or file of the host, writable");
        words.put(MountType.VOLUME, "a named volume, writable");
        words.put(MountType.ANONYMOUS_VOLUME, "a volume without a name");
        words.put(MountType.TMPFS, "a tmpfs");
        Map<String, Predicate<Surveyed>> marks = new LinkedHashMap<>();
        words.forEach((type, word) -> marks.put(
                word,
                service -> service.container().mounts().stream()
                        .anyMatch(mount -> mount.type() == type && mount.writable())));
        marks.put("no mount at all", service -> service.container().mounts().isEmpty());
        return marked("service has", marks);
    }

    private String alone() {
        Map<String, Predicate<Surveyed>> marks = new LinkedHashMap<>();
        marks.put(
                "would be refused a write, certain or likely",
                service -> !service.breakages().isEmpty());
        marks.put(
                "… one beyond `/tmp`",
                service -> service.breakages().stream()
                        .anyMatch(write -> !write.path().value().startsWith("/tmp")));
        marks.put(
                "nothing would, as far as what it runs is known",
                service -> service.breakages().isEmpty() && service.known());
        marks.put(
                "nothing is known of what it runs",
                service -> service.breakages().isEmpty() && !service.known());
        return marked("with `read_only: true` alone", marks);
    }

    private String kinds() {
        Tally tally = Tally.of(
                survey,
                service -> service.breakages().stream()
                        .map(write -> code(write.kind().word())));
        return table(
                HEAD.formatted("what is written"),
                Arrays.stream(Write.Kind.values()).map(kind -> tally.row(code(kind.word()))));
    }

    private String harden() {
        Map<String, Predicate<Surveyed>> marks = new LinkedHashMap<>();
        marks.put("no question", service -> service.plan().questions().isEmpty());
        marks.put("only what its image writes", Surveyed::asksOnlyWhatItsImageWrites);
        marks.put(
                "something else",
                service -> !service.plan().questions().isEmpty() && !service.asksOnlyWhatItsImageWrites());
        return marked("`harden` asks", marks);
    }

    private String changes() {
        Map<String, Predicate<Intention>> kinds = new LinkedHashMap<>();
        kinds.put("`read_only: true`", Intention.CloseRoot.class::isInstance);
        kinds.put("a tmpfs", Intention.AddTmpfs.class::isInstance);
        kinds.put("a named volume", Intention.AddVolume.class::isInstance);
        kinds.put("a name for a volume that has none", SurveyTables::names);
        kinds.put("`:ro` for configuration", SurveyTables::closes);
        Map<String, Predicate<Surveyed>> marks = new LinkedHashMap<>();
        kinds.forEach((word, kind) ->
                marks.put(word, service -> service.plan().intentions().stream().anyMatch(kind)));
        marks.put("nothing", service -> service.plan().intentions().isEmpty());
        return marked("`harden` writes", marks);
    }

    private String common(String what, int most, Function<Surveyed, Stream<String>> names) {
        return table(HEAD.formatted(what), Tally.of(survey, names).common(most).stream());
    }

    private String marked(String what, Map<String, Predicate<Surveyed>> marks) {
        Tally tally = Tally.of(
                survey,
                service -> marks.entrySet().stream()
                        .filter(mark -> mark.getValue().test(service))
                        .map(Map.Entry::getKey));
        return table(HEAD.formatted(what), marks.keySet().stream().map(tally::row));
    }

    private static String table(String head, Stream<String> rows) {
        List<String> lines = rows.toList();
        return head + String.join("\n", lines) + "\n";
    }

    private static boolean names(Intention intention) {
        return intention instanceof Intention.ChangeMount change
                && change.mount().type() == MountType.ANONYMOUS_VOLUME;
    }

    private static boolean closes(Intention intention) {
        return intention instanceof Intention.CloseMount
                || intention instanceof Intention.ChangeMount change
                        && change.mount().type() == MountType.BIND;
    }

    private static boolean readsOnly(Surveyed service) {
        return service.container().rootIsReadOnly();
    }

    private static int count(List<Surveyed> services, Predicate<Surveyed> which) {
        return (int) services.stream().filter(which).count();
    }

    private static Stream<String> paths(Surveyed service) {
        return service.breakages().stream().map(write -> code(write.path().shown()));
    }

    private static Stream<String> breaking(Surveyed service) {
        return service.breakages().isEmpty() ? Stream.empty() : service.image().map(SurveyTables::code).stream();
    }

    private static Stream<String> unknown(Surveyed service) {
        return service.known() ? Stream.empty() : service.image().map(SurveyTables::code).stream();
    }

    private static String link(String rule) {
        return "[%1$s](rules/%1$s.md)".formatted(rule);
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
