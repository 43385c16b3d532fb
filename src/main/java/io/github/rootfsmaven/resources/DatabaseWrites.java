package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.resources.Found.What;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of databases that run inside the program, by the URLs in its settings. */
final class DatabaseWrites {
    /** Keys of Spring Boot, Quarkus and Micronaut; between the two parts of a pair stands a data source's name. */
    private static final List<String> URLS = List.of(
            "spring.datasource.url",
            "spring.datasource.jdbc-url",
            "spring.datasource.hikari.jdbc-url",
            "spring.r2dbc.url",
            "quarkus.datasource.jdbc.url");

    private static final List<List<String>> NAMED = List.of(
            List.of("spring.datasource.", ".url"),
            List.of("spring.datasource.", ".jdbc-url"),
            List.of("quarkus.datasource.", ".jdbc.url"),
            List.of("datasources.", ".url"),
            List.of("r2dbc.datasources.", ".url"));

    private final Settings settings;
    private final Launch launch;
    private final boolean conditional;
    private final Found found;

    DatabaseWrites(Settings settings, Launch launch, boolean conditional, Found found) {
        this.settings = settings;
        this.launch = launch;
        this.conditional = conditional;
        this.found = found;
    }

    void urls() {
        Stream<String> named = NAMED.stream()
                .flatMap(parts -> settings.between(parts.get(0), parts.get(1)).stream()
                        .map(name -> parts.get(0) + name + parts.get(1)));
        Stream.concat(URLS.stream(), named)
                .distinct()
                .map(settings::get)
                .flatMap(Optional::stream)
                .forEach(this::url);
    }

    private void url(Setting url) {
        boolean home = url.value().value().contains("~/");
        EmbeddedDatabase.of(url.value(), launch.home())
                .ifPresent(database -> found.add(
                        new What(
                                By.DATABASE,
                                Kind.PERSISTENT,
                                conditional || home && !launch.isHomeCertain(),
                                false,
                                Message.of("`{0}` keeps {1} database there", url.name(), database.product()),
                                Optional.empty()),
                        place(database),
                        url.span()));
    }

    /** Derby looks for a relative path in its system directory (its Developer's Guide, "derby.system.home"). */
    private Text place(EmbeddedDatabase database) {
        Setting system = launch.properties().get("derby.system.home");
        boolean inside = database.product().english().equals("a Derby")
                && system != null
                && !database.path().value().startsWith("/");
        return inside ? Text.join(List.of(system.value(), Text.literal("/"), database.path())) : database.path();
    }
}
