package app.naru.cli;

import app.naru.instance.Instances;
import java.io.IOException;
import java.io.InputStream;

/** What every command has at hand. */
record Context(Parts.Start start, Instances instances, InputStream in, Output output, Stop stop) {

    /** Puts the program's parts together and tells what was wrong with its files. */
    Parts open() throws IOException {
        Parts parts = start.open();
        parts.settings().troubles().forEach(output::warn);
        return parts;
    }
}
