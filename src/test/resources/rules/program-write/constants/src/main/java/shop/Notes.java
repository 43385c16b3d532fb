package shop;

import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

public class Notes {
    // expect program-write note
    private static final Path AUDIT = Path.of("/var/lib/shop", "audit.txt");

    public void attempt(String text) throws IOException {
        // expect program-write note
        Files.writeString(Path.of("/app/try.txt"), text);
        Files.writeString(AUDIT, text);
    }

    public void old(boolean more) throws IOException {
        // expect program-write note
        try (FileWriter writer = new FileWriter("notes.txt", more)) {
            writer.write("note");
        }
        File directory = new File("uploads");
        // expect program-write note
        File images = new File(directory, "images");
        images.mkdirs();
        Files.readString(Paths.get("/etc/os-release"));
    }
}
