package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Notes {
    public void write(String directory, String text, boolean here) throws IOException {
        Files.writeString(Path.of(directory, "notes.txt"), text);
        Files.writeString(Path.of(here ? "/srv/a.txt" : directory), text);
        Path path = Path.of("/srv/b.txt");
        if (here) {
            path = Path.of(directory);
        }
        Files.writeString(path, text);
        Files.copy(Path.of("/etc/os-release"), Path.of(directory));
    }
}
