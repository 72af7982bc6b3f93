package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules that someone wrote down: netsh's {@code add rule} lines, PowerShell's {@code
 * New-NetFirewallRule} lines, rule texts as the registry holds them, an export of the registry
 * editor, or what {@code reg query} shows.
 *
 * @param entries the rules, in the order of the lines
 * @param refused the lines that are no rule that is understood
 */
public record RuleFile(List<Entry> entries, List<Refused> refused) {

    /** Thrice what a PC with thousands of rules exports, in bytes. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** Possessive, as that of PowerShell's texts: else a long one would overflow the stack. */
    private static final Pattern REGISTRY_VALUE =
            Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"=\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private static final Pattern QUERIED_VALUE =
            Pattern.compile("(.+?) {4}REG_SZ {4}([vV][0-9].*)");
    private static final Pattern RULE_TEXT = Pattern.compile("[vV][0-9]+\\.[0-9]+\\|.*");
    private static final Pattern PASSED_OVER =
            Pattern.compile(
                    "(?i)|rem( .*)?|::.*|#.*|;.*|@?echo off|chcp \\d+.*|"
                            + "Windows Registry Editor .*|\\$ErrorActionPreference.*|HKEY_\\S.*");

    /**
     * A rule of the file.
     *
     * @param line counted from 1
     * @param id of the registry's value, else the line's number
     * @param sameOfOurs the rule that Naru would make; empty where it makes no such rules
     */
    public record Entry(int line, String id, FirewallRule rule, Optional<RuleSpec> sameOfOurs) {}

    /**
     * A line that is no rule.
     *
     * @param line counted from 1
     */
    public record Refused(int line, Sentence why) {

        /** Returns both in words. */
        public Sentence sentence() {
            return Sentence.of("firewall.file.refused", line, why);
        }
    }

    public RuleFile {
        entries = List.copyOf(entries);
        refused = List.copyOf(refused);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it is no text
     * @throws IOException if it can't be read
     */
    public static RuleFile read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new InvalidInput("script.large", Files.size(file), LARGEST);
        }
        return read(Files.readAllBytes(file));
    }

    /**
     * Reads a file's bytes: UTF-8, or UTF-16 with its mark.
     *
     * @throws InvalidInput if it is no text
     */
    public static RuleFile read(byte[] file) {
        if (file.length > LARGEST) {
            throw new InvalidInput("script.large", file.length, LARGEST);
        }
        Charset charset = StandardCharsets.UTF_8;
        int start = 0;
        if (startsWith(file, 0xff, 0xfe)) {
            charset = StandardCharsets.UTF_16LE;
            start = 2;
        } else if (startsWith(file, 0xfe, 0xff)) {
            charset = StandardCharsets.UTF_16BE;
            start = 2;
        } else if (startsWith(file, 0xef, 0xbb, 0xbf)) {
            start = 3;
        }
        try {
            ByteBuffer text = ByteBuffer.wrap(file, start, file.length - start);
            return read(charset.newDecoder().decode(text).toString());
        } catch (CharacterCodingException e) {
            throw new InvalidInput("script.encoding", charset);
        }
    }

    private static boolean startsWith(byte[] file, int... mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads what was pasted. */
    public static RuleFile read(String text) {
        return new Lines().all(text);
    }

    /** The lines on their way, one after the other. */
    private static final class Lines {

        private final List<Entry> entries = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();

        /** Whether a key of the registry that has no rules is being passed over. */
        private boolean elsewhere;

        RuleFile all(String text) {
            int number = 0;
            for (String line : text.split("\\R", -1)) {
                number++;
                try {
                    take(number, line.strip());
                } catch (InvalidInput e) {
                    refused.add(new Refused(number, e.sentence()));
                } catch (MalformedRule e) {
                    refused.add(new Refused(number, e.sentence()));
                }
            }
            return new RuleFile(entries, refused);
        }

        private void take(int number, String line) {
            if (line.startsWith("[")) {
                elsewhere = !line.toLowerCase(Locale.ROOT).endsWith("\\firewallrules]");
                return;
            }
            if (elsewhere || PASSED_OVER.matcher(line).matches()) {
                return;
            }
            Matcher value = REGISTRY_VALUE.matcher(line);
            Matcher queried = QUERIED_VALUE.matcher(line);
            if (value.matches()) {
                add(number, unescaped(value.group(1)), unescaped(value.group(2)));
            } else if (queried.matches()) {
                add(number, queried.group(1), queried.group(2));
            } else if (RULE_TEXT.matcher(line).matches()) {
                add(number, Integer.toString(number), line);
            } else if (NetshLine.isOne(line)) {
                NetshLine read = NetshLine.parse(line);
                RuleSpec spec = read.rule();
                FirewallRule rule = spec.rule().named(read.name());
                entries.add(new Entry(number, Integer.toString(number), rule, Optional.of(spec)));
            } else if (PowerShellLine.isOne(line)) {
                add(number, Integer.toString(number), PowerShellLine.parse(line));
            } else {
                throw new InvalidInput("script.line", shown(line));
            }
        }

        private void add(int number, String id, String text) {
            add(number, id, FirewallRule.decode(text));
        }

        private void add(int number, String id, FirewallRule rule) {
            entries.add(new Entry(number, id, rule, ours(rule)));
        }

        private static Optional<RuleSpec> ours(FirewallRule rule) {
            try {
                return Optional.of(RuleSpec.like(rule));
            } catch (InvalidInput noneOfNarus) {
                return Optional.empty();
            }
        }

        private static String unescaped(String text) {
            return text.replaceAll("\\\\(.)", "$1");
        }

        private static String shown(String line) {
            return line.length() <= 80 ? line : line.substring(0, 80) + "…";
        }
    }
}
