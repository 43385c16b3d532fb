package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report for whatever shows tests, {@code rootfs-junit.xml}, in the form that Jenkins and GitLab read (schema
 * {@code junit-10.xsd} of Jenkins' xunit-plugin): a suite is a file, a test is a container in it, or the file itself for
 * what is said of no container. A test fails by what fails the build, and by nothing else; readers show one failure of a
 * test, so all of it stands in one. A test that would fail, were nothing suppressed, is skipped.
 */
final class JUnitReport implements FileReport {
    private final Run run;

    JUnitReport(Run run) {
        this.run = Objects.requireNonNull(run);
    }

    /** A test: a container, or a file; and what is said of it. */
    private record Test(String name, List<Reported> found) {}

    @Override
    public String file() {
        return "rootfs-junit.xml";
    }

    @Override
    public String text(Report report) {
        Map<String, List<Test>> suites = suites(report);
        List<Test> all = suites.values().stream().flatMap(List::stream).toList();
        Xml xml = new Xml();
        xml.element(
                "testsuites",
                () -> suites.forEach((file, tests) -> suite(xml, file, tests)),
                "name",
                "rootfs",
                "tests",
                all.size(),
                "failures",
                all.stream().filter(this::fails).count(),
                "errors",
                0);
        return xml.document();
    }

    private Map<String, List<Test>> suites(Report report) {
        Map<String, List<Test>> suites = new TreeMap<>();
        Map<String, Integer> names = new HashMap<>();
        for (Judged judged : report.containers()) {
            Container container = judged.container();
            String file = name(container.place().file());
            List<Reported> found = report.findings().stream()
                    .filter(reported -> reported.finding().container().equals(Optional.of(container)))
                    .toList();
            add(suites, file, new Test(unique(names, file, shown(container)), found));
        }
        Map<String, List<Reported>> others = report.findings().stream()
                .filter(reported -> reported.finding().container().isEmpty())
                .collect(Collectors.groupingBy(
                        reported -> name(reported.finding().span().file()), TreeMap::new, Collectors.toList()));
        others.forEach((file, found) -> add(suites, file, new Test(unique(names, file, "the file"), found)));
        return suites;
    }

    private static void add(Map<String, List<Test>> suites, String file, Test test) {
        suites.computeIfAbsent(file, any -> new ArrayList<>()).add(test);
    }

    private static String shown(Container container) {
        return container
                .name()
                .or(() -> container.image().reference())
                .map(Located::shown)
                .orElse("the image");
    }

    /** Readers take tests of one name for one; a line in the name would make a new test of every test that moves. */
    private static String unique(Map<String, Integer> names, String file, String name) {
        int count = names.merge(file + "\n" + name, 1, Integer::sum);
        return count == 1 ? name : name + " #" + count;
    }

    private void suite(Xml xml, String file, List<Test> tests) {
        xml.element(
                "testsuite",
                () -> tests.forEach(test -> test(xml, file, test)),
                "name",
                file,
                "tests",
                tests.size(),
                "failures",
                tests.stream().filter(this::fails).count(),
                "errors",
                0,
                "skipped",
                tests.stream().filter(this::isSkipped).count(),
                "file",
                file);
    }

    private void test(Xml xml, String file, Test test) {
        // what stands before the last dot is a package to Jenkins
        String type = "rootfs." + file.replace('.', '_');
        List<Reported> told = test.found.stream()
                .filter(reported -> !fails(test) || !counts(reported))
                .filter(reported -> !isSkipped(test) || !isExcused(reported))
                .toList();
        if (!fails(test) && !isSkipped(test) && told.isEmpty()) {
            xml.text("testcase", "", "name", test.name, "classname", type);
            return;
        }
        xml.element(
                "testcase",
                () -> {
                    if (fails(test)) {
                        failure(xml, test);
                    } else if (isSkipped(test)) {
                        skipped(xml, test);
                    }
                    if (!told.isEmpty()) {
                        xml.text("system-out", text(told.stream()));
                    }
                },
                "name",
                test.name,
                "classname",
                type);
    }

    private void failure(Xml xml, Test test) {
        List<Reported> grave = test.found.stream()
                .filter(this::counts)
                .sorted(Comparator.comparing(Reported::severity))
                .toList();
        String more = grave.size() == 1 ? "" : " (and " + (grave.size() - 1) + " more)";
        xml.text(
                "failure",
                text(grave.stream()),
                "message",
                English.message(grave.get(0)) + more,
                "type",
                grave.get(0).finding().rule());
    }

    private void skipped(Xml xml, Test test) {
        List<Reported> excused = test.found.stream().filter(this::isExcused).toList();
        xml.text("skipped", text(excused.stream()), "message", English.suppression(excused.get(0)));
    }

    private String text(Stream<Reported> found) {
        return found.map(reported -> place(reported.finding().span()) + ": "
                        + reported.severity().word() + "[" + reported.finding().rule() + "] "
                        + English.messageAndFix(reported)
                        + (reported.isActive() ? "" : "\n" + English.suppression(reported)))
                .collect(Collectors.joining("\n\n"));
    }

    private boolean fails(Test test) {
        return test.found.stream().anyMatch(this::counts);
    }

    private boolean isSkipped(Test test) {
        return !fails(test) && test.found.stream().anyMatch(this::isExcused);
    }

    private boolean counts(Reported reported) {
        return reported.isActive() && run.failsBy(reported.severity());
    }

    private boolean isExcused(Reported reported) {
        return !reported.isActive() && run.failsBy(reported.severity());
    }

    private String place(Span span) {
        return Printable.text(name(span.file())) + ":" + span.startLine() + ":" + span.startColumn();
    }

    private String name(SourceFile file) {
        return run.paths().inFiles(file.path());
    }
}
