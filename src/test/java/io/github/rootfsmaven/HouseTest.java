package io.github.rootfsmaven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.rootfsmaven.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md, held. */
class HouseTest {
    private static final String HOUSE = "io.github.rootfsmaven.";

    /** From the roof down; a room may use the rooms that stand behind it. */
    static final List<String> ROOMS = List.of(
            "maven",
            "app",
            "report",
            "harden",
            "check",
            "observe",
            "rules",
            "rule",
            "project",
            "knowledge",
            "resources",
            "plugins",
            "compose",
            "dockerfile",
            "dockerrun",
            "shell",
            "yaml",
            "model",
            "text");

    private static final int LONGEST_FILE = 400;

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.rootfsmaven");

    @Test
    void everyRoomIsNamed() {
        assertThat(CLASSES)
                .allSatisfy(type -> assertThat(ROOMS)
                        .contains(
                                type.getPackageName().substring(HOUSE.length()).split("\\.")[0]));
    }

    @Test
    void arrowsPointDown() {
        for (int i = 1; i < ROOMS.size(); i++) {
            String[] above = ROOMS.subList(0, i).stream()
                    .map(room -> HOUSE + room + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(HOUSE + ROOMS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void noCycles() {
        slices().matching(HOUSE + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void mavenStaysUnderTheRoof() {
        onlyIn("maven", "org.apache.maven..", "org.fusesource..", "org.codehaus.plexus.util.xml..");
    }

    @Test
    void yamlStaysInItsRoom() {
        onlyIn("yaml", "org.yaml..");
    }

    @Test
    void jsonIsWrittenByReports() {
        onlyIn("report", "com.google.gson..");
    }

    @Test
    void templatesAreFilledByReports() {
        onlyIn("report", "com.samskivert..");
    }

    @Test
    void noRuleUsesAnother() {
        assertThat(CLASSES)
                .filteredOn(type -> type.isAssignableTo(Rule.class))
                .filteredOn(type -> type.getPackageName().startsWith(HOUSE + "rules."))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getDirectDependenciesFromSelf())
                        .map(Dependency::getTargetClass)
                        .noneMatch(other -> other.isAssignableTo(Rule.class)
                                && other.getPackageName().startsWith(HOUSE + "rules.")
                                && !other.equals(rule)));
    }

    @Test
    void rulesKnowNeitherEachOtherNorLoadersNorReporters() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "project..", HOUSE + "compose..", HOUSE + "dockerfile..", HOUSE + "yaml..")
                .allowEmptyShould(true)
                .check(CLASSES);
        slices().matching(HOUSE + "rules.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** And there it is one class, which lets only words through that read. */
    @Test
    void onlyTheObserverStartsAProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HOUSE + "observe.DockerCommand")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(type(Runtime.class)))
                        .and(JavaCall.Predicates.target(HasName.Predicates.name("exec"))))
                .check(CLASSES);
    }

    @Test
    void nothingKeepsStaticState() {
        assertThat(CLASSES)
                .allSatisfy(type -> assertThat(type.getFields())
                        .filteredOn(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        // the goal that is generated has none of ours
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL)));
    }

    @Test
    void noFileIsLong() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST_FILE));
        }
    }

    private static void onlyIn(String room, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }
}
