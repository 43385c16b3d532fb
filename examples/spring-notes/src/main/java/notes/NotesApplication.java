package notes;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps notes in an SQLite file. */
@SpringBootApplication
@RestController
public class NotesApplication {
    private final JdbcTemplate database;

    /** With the database that application.properties names. */
    public NotesApplication(JdbcTemplate database) {
        this.database = database;
        database.execute("create table if not exists note (text varchar)");
    }

    /** Starts the server. */
    public static void main(String[] arguments) {
        SpringApplication.run(NotesApplication.class, arguments);
    }

    /** Adds a note. */
    @PostMapping("/notes")
    public void add(@RequestBody String text) {
        database.update("insert into note values (?)", text);
    }

    /** All notes. */
    @GetMapping("/notes")
    public List<String> all() {
        return database.queryForList("select text from note", String.class);
    }
}
