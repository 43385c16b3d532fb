package io.github.rootfsmaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.ImageFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which directories an image has, and whose they are. */
class BuiltFilesTest {

    @Test
    void directoriesThatRunMakesAreRoots() throws Exception {
        assertThat(files("FROM a\nRUN mkdir -p /data/x && mkdir -m 0700 /srv/y"))
                .containsExactly("/data root 755", "/data/x root 755", "/srv/y root 700");
    }

    @Test
    void theUserOwnsWhatItMakes() throws Exception {
        assertThat(files("FROM a\nUSER 1000:5\nRUN mkdir /d")).containsExactly("/d 1000 755");
    }

    @Test
    void ownersAndModesAreSet() throws Exception {
        assertThat(files("FROM a\nRUN mkdir -p /d/e && chown -R app:app /d && chmod 1777 /d/e && chown :g /d"))
                .containsExactly("/d app 755", "/d/e app 1777");
        assertThat(files("FROM a\nRUN chown -R app /var/cache/nginx && chmod -R g+w /var/cache/nginx"))
                .containsExactly("/var/cache/nginx app ?");
    }

    @Test
    void installMakesDirectories() throws Exception {
        assertThat(files("FROM a\nRUN install -d -o app -g app -m 750 /d /e"))
                .containsExactly("/d app 750", "/e app 750");
    }

    @Test
    void homesBelongToTheirUsers() throws Exception {
        assertThat(files("FROM a\nRUN useradd -m -u 5 app && adduser -D -h /srv/b b && useradd c"))
                .containsExactly("/home/app app ?", "/srv/b b ?");
    }

    @Test
    void variablesAreReplaced() throws Exception {
        assertThat(files("FROM a\nARG DIR=/d\nENV SUB=x\nWORKDIR $DIR\nRUN mkdir $SUB $NOBODY_KNOWS"))
                .containsExactly("/d root 755", "/d/x root 755");
    }

    @Test
    void whatMayNotHappenIsNotKnown() throws Exception {
        assertThat(files("FROM a\nRUN if [ -n \"$X\" ]; then mkdir /d; fi; mkdir /e || true"))
                .containsExactly("/e root 755");
    }

    @Test
    void linksAndRemovals() throws Exception {
        assertThat(files("FROM a\nRUN ln -s /usr/local/bin/start /start && mkdir -p /d/e && rm -r /d"))
                .containsExactly("/start -> /usr/local/bin/start");
    }

    @Test
    void copyMakesItsTarget() throws Exception {
        assertThat(files("FROM a\nCOPY --chown=app:app x y /z/\nCOPY x /w/v/x"))
                .containsExactly("/w ? 755", "/w/v root 755", "/z app 755");
    }

    @Test
    void hereDocumentsAndShellsAreRead() throws Exception {
        assertThat(
                        files(
                                "FROM a\nRUN <<EOF\nmkdir /d\nEOF\nSHELL [\"/bin/bash\", \"-c\"]\nRUN mkdir /{e,f}\nRUN [\"mkdir\", \"/g\"]\n"))
                .containsExactly("/d root 755", "/e root 755", "/f root 755", "/g root 755");
    }

    @Test
    void whatIsNotFollowedLeavesNothingCertain() throws Exception {
        assertThat(files("FROM a\nRUN mkdir /d /e && tar -xf a -C /d")).containsExactly("/d ? ?", "/e root 755");
        assertThat(files("FROM a\nRUN mkdir /d /e && chown app $NOBODY_KNOWS")).containsExactly("/d ? ?", "/e ? ?");
        assertThat(files("FROM a\nRUN mkdir /d /e\nRUN chown app /d || true"))
                .containsExactly("/d app 755", "/e root 755");
        assertThat(files("FROM a\nRUN mkdir /d /e\nRUN if [ $X ]; then chown app /d; fi"))
                .containsExactly("/d ? ?", "/e root 755");
        assertThat(files("FROM a\nRUN mkdir /d\nRUN ./setup.sh")).containsExactly("/d ? ?");
        assertThat(files("FROM a\nRUN mkdir /d\nRUN rsync -a b /d")).containsExactly("/d ? ?");
        assertThat(files("FROM a\nRUN mkdir /d\nRUN 'unclosed")).containsExactly("/d ? ?");
        assertThat(files("FROM a\nRUN mkdir /d\nSHELL [\"pwsh\"]\nRUN mkdir /e"))
                .containsExactly("/d ? ?");
    }

    @Test
    void unknownUsersOwnersAndModesStayUnknown() throws Exception {
        assertThat(files("FROM a\nUSER $WHO\nRUN mkdir /d\nWORKDIR /e")).containsExactly("/d ? 755", "/e ? 755");
        assertThat(files("FROM a\nRUN mkdir /d /e && chown $WHO /d && chmod $MODE /e"))
                .containsExactly("/d ? 755", "/e root ?");
        assertThat(files("FROM a\nCOPY --chown=:5 a /d/")).containsExactly("/d ? 755");
        assertThat(files("FROM a\nRUN mkdir /d/e")).containsExactly("/d ? ?", "/d/e root 755");
        assertThat(files("FROM a\nWORKDIR /d/$SUB")).isEmpty();
    }

    @Test
    void whatGetsAnOwnerIsThere() throws Exception {
        assertThat(Dockerfiles.image("FROM a\nRUN chmod 600 /d/a.conf && chown app /d/e && chown -R app /d/f.d")
                        .files())
                .extracting(file -> shown(file) + " " + file.directory())
                .containsExactly("/d/a.conf ? 600 false", "/d/e app ? true", "/d/f.d app ? true");
    }

    private static List<String> files(String dockerfile) throws Exception {
        return Dockerfiles.image(dockerfile).files().stream()
                .map(BuiltFilesTest::shown)
                .toList();
    }

    private static String shown(ImageFile file) {
        return file.path()
                + file.link()
                        .map(target -> " -> " + target)
                        .orElseGet(() -> " " + file.owner().orElse("?") + " "
                                + file.mode().map(Integer::toOctalString).orElse("?"));
    }
}
