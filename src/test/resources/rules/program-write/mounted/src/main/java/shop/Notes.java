package shop;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

public class Notes {
    public void write(String text) throws IOException {
        Files.writeString(Path.of("/data/notes.txt"), text);
        Files.writeString(Path.of("/tmp/notes.txt"), text);
        Files.writeString(Path.of("/dev/stdout"), text);
        new RandomAccessFile("/etc/hosts", "r").close();
    }
}
