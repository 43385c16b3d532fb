package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project in the form that {@code docker compose config --format json} prints: short forms long, paths absolute,
 * defaults filled in. Keys that decide nothing about what a container can write may be left out.
 */
final class Canonical {
    private final ComposeProject project;
    private final String home;

    /**
     * The form of a project that was not refused.
     *
     * @param home what {@code ~} stands for
     */
    Canonical(ComposeProject project, String home) {
        this.project = project;
        this.home = home;
    }

    /**
     * The project's canonical form.
     *
     * @param enabled the services that no profile disables
     */
    Mapping of(Mapping model, Mapping enabled, Variables variables) throws InvalidInput {
        CanonicalService canonical = new CanonicalService(variables, this::absolute);
        Span span = model.span();
        List<Mapping.Entry> services = new ArrayList<>();
        for (Mapping.Entry service : enabled.entries()) {
            services.add(service.with(canonical.of((Mapping) service.value())));
        }
        List<Mapping.Entry> top = new ArrayList<>();
        resources(model, "configs").ifPresent(top::add);
        top.add(ShortSyntax.entry("name", string(project.name(), span)));
        resources(model, "secrets").ifPresent(top::add);
        top.add(ShortSyntax.entry("services", enabled.with(services)));
        resources(model, "volumes").ifPresent(top::add);
        return Mapping.of(top, Optional.empty(), span);
    }

    private Optional<Mapping.Entry> resources(Mapping model, String section) {
        Optional<Mapping> resources = model.mapping(section);
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        List<Mapping.Entry> named = new ArrayList<>();
        for (Mapping.Entry resource : resources.get().entries()) {
            named.add(resource.with(resource(resource)));
        }
        return Optional.of(
                model.entry(section).orElseThrow().with(resources.get().with(named)));
    }

    private Mapping resource(Mapping.Entry resource) {
        Span span = resource.key().span();
        Mapping keys = resource.value() instanceof Mapping mapping ? mapping : ShortSyntax.mapping(span);
        keys = withAbsolute(keys, "file");
        Optional<Mapping.Entry> labels = keys.entry("labels");
        if (labels.isPresent()) {
            keys = keys.with(
                    labels.get().with(CanonicalService.labels(labels.get().value())));
        }
        boolean bind = keys.scalar("driver")
                        .filter(driver -> driver.value().equals("local"))
                        .isPresent()
                && keys.mapping("driver_opts")
                        .flatMap(options -> options.scalar("o"))
                        .filter(o -> o.value().equals("bind"))
                        .isPresent();
        if (bind) {
            Mapping options = withAbsolute(keys.mapping("driver_opts").orElseThrow(), "device");
            keys = keys.with(keys.entry("driver_opts").orElseThrow().with(options));
        }
        boolean external = keys.mapping("external").isPresent()
                || keys.scalar("external").flatMap(Scalar::bool).orElse(false);
        Optional<String> oldName =
                keys.mapping("external").flatMap(old -> old.scalar("name")).map(Scalar::value);
        if (keys.entry("external").isPresent()) {
            keys = external
                    ? keys.with(ShortSyntax.entry("external", ShortSyntax.bool(true, span)))
                    : keys.without("external");
        }
        if (keys.scalar("name").filter(given -> given.value().isEmpty()).isPresent()) {
            return keys.without("name");
        }
        if (keys.entry("name").isEmpty()) {
            String implied = oldName.orElse(external ? resource.name() : project.name() + "_" + resource.name());
            keys = keys.with(ShortSyntax.entry("name", string(implied, span)));
        }
        return keys;
    }

    private Mapping withAbsolute(Mapping keys, String key) {
        Optional<Scalar> path = keys.scalar(key);
        return path.isEmpty()
                ? keys
                : keys.with(keys.entry(key)
                        .orElseThrow()
                        .with(string(absolute(path.get().value()), path.get().span())));
    }

    private String absolute(String path) {
        if (path.startsWith("~")) {
            return Paths.clean(home + "/" + path.substring(1));
        }
        boolean windows = path.startsWith("\\\\") || path.matches("(?s)[A-Za-z]:[\\\\/].*");
        return path.startsWith("/") || windows
                ? path
                : Paths.clean(project.directory().toString().replace('\\', '/') + "/" + path);
    }

    private static Scalar string(String value, Span span) {
        return Scalar.string(Text.literal(value), span);
    }
}
