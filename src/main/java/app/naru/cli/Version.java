package app.naru.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Naru this is. */
public final class Version implements IVersionProvider {

    private static final String FILE = "/app/naru/version.properties";

    /** Returns the version, as {@code 0.1.0}. */
    public static String number() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
            "Naru " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
