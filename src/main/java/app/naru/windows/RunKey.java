package app.naru.windows;

import app.naru.settings.AutoStart;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The user's Run key, from which Windows starts programs, without rights of an administrator, after
 * the user has signed in. The setup writes the same value and the uninstaller removes it.
 */
public final class RunKey implements AutoStart {

    static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    /** Where the Task Manager keeps its switches; it makes and removes these by itself. */
    static final String SWITCHES =
            "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run";

    static final String NAME = "Naru";

    /** Windows starts nothing from a longer one (Run and RunOnce Registry Keys). */
    static final int LONGEST = 260;

    private static final String WINDOW = "Naru.exe";
    private static final Set<String> PROGRAMS = Set.of("naru.exe", "naru-cli.exe");

    private static final Registry.Root ROOT = Registry.Root.CURRENT_USER;

    private final Registry registry;
    private final String program;

    /**
     * @param program Naru.exe, absolute
     */
    RunKey(Registry registry, String program) {
        this.registry = registry;
        this.program = program;
    }

    /**
     * Returns the switch for the installed program.
     *
     * @param ownProgram the executable of this process
     * @return empty where that is some Java, which can't be started again by its name alone
     */
    public static Optional<AutoStart> of(Optional<String> ownProgram) {
        return ownProgram.flatMap(RunKey::window).map(it -> new RunKey(new Win32Registry(), it));
    }

    /** Returns the path of Naru.exe beside this program of Naru's. */
    static Optional<String> window(String program) {
        int name = program.lastIndexOf('\\') + 1;
        return PROGRAMS.contains(program.substring(name).toLowerCase(Locale.ROOT))
                ? Optional.of(program.substring(0, name) + WINDOW)
                : Optional.empty();
    }

    @Override
    public State state() throws IOException {
        boolean on =
                registry.read(ROOT, KEY)
                        .flatMap(key -> key.text(NAME))
                        .filter(this::startsThis)
                        .isPresent();
        if (!on) {
            return State.OFF;
        }
        return isSwitchedOff() ? State.SWITCHED_OFF : State.ON;
    }

    /** Whatever it is to be started with, and however Windows' users have spelt it. */
    private boolean startsThis(String command) {
        return command.toLowerCase(Locale.ROOT).startsWith(quoted().toLowerCase(Locale.ROOT));
    }

    private boolean isSwitchedOff() throws IOException {
        return registry.read(ROOT, SWITCHES)
                .flatMap(key -> key.bytes(NAME))
                .filter(bytes -> bytes.length > 0 && (bytes[0] & 1) == 1)
                .isPresent();
    }

    @Override
    public State turn(boolean on) throws IOException {
        if (on) {
            String command = quoted() + " " + AutoStart.ARGUMENT;
            if (command.length() > LONGEST) {
                throw new IOException(
                        "Windows starts nothing from a folder whose name is that long: " + program);
            }
            registry.put(ROOT, KEY, NAME, command);
        } else {
            registry.remove(ROOT, KEY, NAME);
        }
        return state();
    }

    private String quoted() {
        return "\"" + program + "\"";
    }
}
