package io.github.rootfsmaven.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image reference as the registries mean it: Docker Hub's host and {@code library/} left out, since {@code nginx} and
 * {@code docker.io/library/nginx} are one image (distribution/reference: normalize.go).
 *
 * @param repository {@code nginx}, {@code bitnami/redis}, {@code quay.io/keycloak/keycloak}
 * @param tag {@code latest} where there is neither a tag nor a digest; empty if it is unknown
 * @param digest {@code sha256:…}, if the reference has one
 */
public record ImageName(String repository, Optional<String> tag, Optional<String> digest) {
    private static final List<String> HUB = List.of("docker.io", "index.docker.io", "registry-1.docker.io");

    /** Mirrors keep Docker Hub's name behind their own. */
    private static final Pattern MIRROR = Pattern.compile(
            "^(?:mirror\\.gcr\\.io|public\\.ecr\\.aws/docker|[^/].*/(?:docker\\.io|docker-?hub(?:-[^/]+)?))/(?=.)");

    private static final String UNKNOWN_HOST = "unknown.host";

    private static final Pattern LIBRARY = Pattern.compile("(?:.*/)?library/([^/]+)");

    public ImageName {
        Objects.requireNonNull(repository);
        Objects.requireNonNull(tag);
        Objects.requireNonNull(digest);
    }

    /**
     * Reads a reference.
     *
     * @param unresolved the character that stands for what is unknown
     * @return empty if the repository is unknown
     */
    public static Optional<ImageName> of(String reference, char unresolved) {
        String name = reference.split("@", 2)[0];
        Optional<String> digest = name.length() < reference.length()
                ? Optional.of(reference.substring(name.length() + 1))
                : Optional.empty();
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        String tag = tagged ? name.substring(colon + 1) : "";
        String path = tagged ? name.substring(0, colon) : name;
        String known = path.substring(path.lastIndexOf(unresolved) + 1);
        // ${REGISTRY}/library/nginx and ${REGISTRY}bitnami/nginx: what is unknown is the host
        boolean cut = known.length() < path.length();
        if (cut && known.indexOf('/') < 0) {
            return Optional.empty();
        }
        Optional<String> version = tag.indexOf(unresolved) >= 0 || digest.isPresent() && !tagged
                ? Optional.empty()
                : Optional.of(tagged ? tag : "latest");
        String repository = repository(cut ? UNKNOWN_HOST + (known.startsWith("/") ? "" : "/") + known : known);
        return repository.isEmpty() ? Optional.empty() : Optional.of(new ImageName(repository, version, digest));
    }

    /** Whether both may be one repository: where the beginning of a name is unknown, what follows counts. */
    public boolean mayBe(ImageName other) {
        return repository.equals(other.repository) || endsLike(other) || other.endsLike(this);
    }

    /** Docker Hub's name, where what is unknown can hardly be more than the host: {@code ${REGISTRY}/bitnami/nginx}. */
    Optional<String> behindUnknown() {
        return Optional.of(repository)
                .filter(name -> name.startsWith(UNKNOWN_HOST + "/"))
                .map(name -> name.substring(UNKNOWN_HOST.length() + 1))
                .filter(name -> name.indexOf('/') > 0);
    }

    private boolean endsLike(ImageName other) {
        return repository.startsWith(UNKNOWN_HOST + "/")
                && ("/" + other.repository).endsWith(repository.substring(UNKNOWN_HOST.length()));
    }

    private static String repository(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return path;
        }
        String host = path.substring(0, slash);
        String rest = HUB.contains(host)
                ? path.substring(slash + 1)
                : MIRROR.matcher(path).replaceFirst("");
        return LIBRARY.matcher(rest).matches() ? rest.substring(rest.lastIndexOf('/') + 1) : rest;
    }
}
