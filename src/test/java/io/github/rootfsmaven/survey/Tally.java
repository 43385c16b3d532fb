package io.github.rootfsmaven.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is how frequent, by services and by repositories. A repository with forty variants of one file weighs much among
 * services and once among repositories, so the latter decide the order.
 */
final class Tally {
    private final Map<String, Integer> services = new HashMap<>();
    private final Map<String, Set<String>> repositories = new HashMap<>();
    private final int allServices;
    private final int allRepositories;

    private Tally(int allServices, int allRepositories) {
        this.allServices = allServices;
        this.allRepositories = allRepositories;
    }

    /** Counts each name once for a service. */
    static Tally of(Survey survey, Function<Surveyed, Stream<String>> names) {
        Tally tally = new Tally(survey.services().size(), survey.repositories().size());
        for (Surveyed service : survey.services()) {
            names.apply(service).distinct().forEach(name -> {
                tally.services.merge(name, 1, Integer::sum);
                tally.repositories
                        .computeIfAbsent(name, unused -> new HashSet<>())
                        .add(service.repository());
            });
        }
        return tally;
    }

    /** A row for each name that more than one repository has, the most frequent first. */
    List<String> common(int most) {
        return names().stream()
                .filter(name -> repositories.get(name).size() > 1)
                .limit(most)
                .map(this::row)
                .toList();
    }

    /** A row for that name, be there any or none. */
    String row(String name) {
        int some = services.getOrDefault(name, 0);
        int owners = repositories.getOrDefault(name, Set.of()).size();
        return "| %s | %d | %s | %d | %s |"
                .formatted(name, some, share(some, allServices), owners, share(owners, allRepositories));
    }

    static String share(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(services.keySet());
        names.sort(Comparator.comparing((String name) -> -repositories.get(name).size())
                .thenComparing(name -> -services.get(name))
                .thenComparing(Comparator.naturalOrder()));
        return names;
    }
}
