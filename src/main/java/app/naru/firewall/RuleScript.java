package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A script that makes rules again, here or on another PC.
 *
 * @param statements one a rule, as one would type it
 * @param leftOut the rules that the script's language has no words for
 */
public record RuleScript(Format format, List<String> statements, List<LeftOut> leftOut) {

    private static final String NEW_LINE = "\r\n";

    /** What the script is run by. */
    public enum Format {
        /** A batch file of netsh commands. */
        NETSH("rules.cmd"),
        POWERSHELL("rules.ps1");

        private final String fileName;

        /**
         * @throws InvalidInput if it is neither {@code netsh} nor {@code powershell}
         */
        public static Format parse(String text) {
            for (Format format : values()) {
                if (format.name().equalsIgnoreCase(text.strip())) {
                    return format;
                }
            }
            throw new InvalidInput("script.format", text);
        }

        Format(String fileName) {
            this.fileName = fileName;
        }

        /** Returns what such a script may be called, with the ending that Windows runs it by. */
        public String fileName() {
            return fileName;
        }
    }

    /** A rule that is not in the script, and why. */
    public record LeftOut(String name, Sentence why) {

        /** Returns both in words. */
        public Sentence sentence() {
            return Sentence.of("firewall.script.leftOut", name, why);
        }
    }

    public RuleScript {
        statements = List.copyOf(statements);
        leftOut = List.copyOf(leftOut);
    }

    /** Returns the script for these rules, in their order. */
    public static RuleScript of(Format format, Collection<FirewallRule> rules) {
        List<String> statements = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (FirewallRule rule : rules) {
            ScriptedRule scripted =
                    switch (format) {
                        case NETSH -> new NetshRule(rule);
                        case POWERSHELL -> new PowerShellRule(rule);
                    };
            switch (scripted.write()) {
                case ScriptedRule.Result.Statement(String text) -> statements.add(text);
                case ScriptedRule.Result.LeftOut(Sentence why) ->
                        leftOut.add(new LeftOut(rule.name(), why));
            }
        }
        return new RuleScript(format, statements, leftOut);
    }

    /**
     * Returns the script's text.
     *
     * @param words puts what is left out into words, said in comments
     */
    public String text(Function<Sentence, String> words) {
        StringBuilder text = new StringBuilder();
        String comment =
                switch (format) {
                    case NETSH -> {
                        text.append("@echo off").append(NEW_LINE);
                        // Names are in UTF-8 here, and cmd.exe reads the code page it is in.
                        text.append("chcp 65001 >nul").append(NEW_LINE);
                        yield "rem ";
                    }
                    case POWERSHELL -> {
                        text.append("#Requires -RunAsAdministrator").append(NEW_LINE);
                        text.append("$ErrorActionPreference = 'Stop'").append(NEW_LINE);
                        yield "# ";
                    }
                };
        for (LeftOut each : leftOut) {
            text.append(comment).append(inAComment(words.apply(each.sentence()))).append(NEW_LINE);
        }
        statements.forEach(statement -> text.append(inTheFile(statement)).append(NEW_LINE));
        return text.toString();
    }

    /** In a batch file a percent sign begins a variable unless it is doubled. */
    private String inTheFile(String statement) {
        return format == Format.NETSH ? statement.replace("%", "%%") : statement;
    }

    /** cmd.exe takes a variable, a pipe or a redirection for one even in a comment. */
    private String inAComment(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return format == Format.NETSH ? line.replaceAll("[%&|<>^]", " ") : line;
    }

    /**
     * Returns the script's file: UTF-8, with its mark for Windows PowerShell, which takes a file
     * without one for the system's code page; cmd.exe takes the mark for a command.
     */
    public byte[] file(Function<Sentence, String> words) {
        String mark = format == Format.POWERSHELL ? "\uFEFF" : "";
        return (mark + text(words)).getBytes(StandardCharsets.UTF_8);
    }
}
