package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement of PowerShell's NetSecurity module, made of validated values alone: words of a fixed
 * set, numbers, addresses, and texts in single quotes, within which PowerShell expands nothing.
 * Nobody else can make one.
 */
public final class Cmdlet {

    private final String text;

    private Cmdlet(String text) {
        this.text = text;
    }

    /** Returns the statement, without a semicolon. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cmdlet cmdlet && cmdlet.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Returns what makes the rule. */
    static Cmdlet newRule(RuleSpec rule) {
        return new Cmdlet(new PowerShellRule(rule.rule()).statement());
    }

    /** Returns what removes the rules of exactly these ids. */
    static Cmdlet remove(Collection<String> ids) {
        return new Cmdlet(
                named(ids)
                        ? "Remove-NetFirewallRule -Name " + quoted(ids)
                        : each(ids) + "|Remove-NetFirewallRule");
    }

    /** Returns what turns the rules of exactly these ids on or off. */
    static Cmdlet enable(Collection<String> ids, boolean wanted) {
        String enabled = " -Enabled " + (wanted ? "True" : "False");
        return new Cmdlet(
                named(ids)
                        ? "Set-NetFirewallRule -Name " + quoted(ids) + enabled
                        : each(ids) + "|Set-NetFirewallRule" + enabled);
    }

    /** Returns what has Windows take the network for one of that kind. */
    static Cmdlet setCategory(NetworkId network, NetworkProfile category) {
        return new Cmdlet(
                "Get-NetConnectionProfile|?{$_.InstanceID -eq "
                        + quoted(network.text())
                        + "}|Set-NetConnectionProfile -NetworkCategory "
                        + profiles(List.of(category)));
    }

    /** Returns the command that has Windows take the network for a private one. */
    public static String trusting(NetworkId network) {
        return setCategory(network, NetworkProfile.PRIVATE).text();
    }

    /** Returns what lets these ports through to WSL. */
    static Cmdlet newHyperVRule(HyperVRule rule) {
        StringBuilder text = new StringBuilder("New-NetFirewallHyperVRule -Name ");
        text.append(quoted(rule.id()));
        text.append(" -DisplayName ").append(quoted(rule.name().text()));
        text.append(" -Direction Inbound -VMCreatorId ").append(quoted(HyperVRule.WSL));
        text.append(" -Protocol ").append(rule.protocol().name());
        text.append(" -LocalPorts ").append(quoted(rule.ports().toString()));
        if (!rule.remote().isEmpty()) {
            text.append(" -RemoteAddresses ")
                    .append(quoted(rule.remote().stream().map(Object::toString).toList()));
        }
        if (rule.profiles().size() < NetworkProfile.values().length) {
            text.append(" -Profiles ").append(profiles(rule.profiles()));
        }
        return new Cmdlet(text.append(" -Action Allow").toString());
    }

    /** Returns what removes it. */
    static Cmdlet removeHyperVRule(HyperVRule rule) {
        return new Cmdlet("Remove-NetFirewallHyperVRule -Name " + quoted(rule.id()));
    }

    /**
     * Returns what ends with {@link HyperVRule#THERE}, {@link HyperVRule#DIFFERENT} or {@link
     * HyperVRule#NOT_THERE}. How Windows writes the addresses is not documented, so they are not
     * compared.
     */
    static Cmdlet findHyperVRule(HyperVRule rule) {
        return new Cmdlet(
                "$r=Get-NetFirewallHyperVRule|?{$_.Name -ceq "
                        + quoted(rule.id())
                        + "};if(!$r){exit "
                        + HyperVRule.NOT_THERE
                        + "};if(\"$($r.Protocol) $($r.LocalPorts) $($r.Direction) $($r.Action)"
                        + " $($r.Enabled)\" -eq "
                        + quoted(
                                "%s %s Inbound Allow True"
                                        .formatted(rule.protocol().name(), rule.ports()))
                        + "){exit "
                        + HyperVRule.THERE
                        + "};exit "
                        + HyperVRule.DIFFERENT);
    }

    /**
     * Returns what ends with {@link HyperVRule#THERE} or {@link HyperVRule#NOT_THERE}.
     *
     * @param except the ids of those that do not count
     */
    static Cmdlet findOwnHyperVRules(Collection<String> except) {
        return new Cmdlet(
                "if("
                        + ownHyperVRules(except)
                        + "){exit "
                        + HyperVRule.THERE
                        + "};exit "
                        + HyperVRule.NOT_THERE);
    }

    /**
     * Returns what removes them.
     *
     * @param except the ids of those that stay
     */
    static Cmdlet removeOwnHyperVRules(Collection<String> except) {
        return new Cmdlet(ownHyperVRules(except) + "|Remove-NetFirewallHyperVRule");
    }

    private static String ownHyperVRules(Collection<String> except) {
        String others =
                except.isEmpty() ? "" : " -and @(" + quoted(except) + ") -cnotcontains $_.Name";
        return "Get-NetFirewallHyperVRule|?{$_.Name -cmatch '^"
                + HyperVRule.ID
                + "$'"
                + others
                + "}";
    }

    /** Returns what runs Windows' own netsh, wherever the environment says that it is. */
    static Cmdlet netsh(NetshCommand command) {
        return new Cmdlet(
                "&([Environment]::SystemDirectory+'\\netsh.exe') "
                        + command.arguments().stream()
                                .map(Cmdlet::quoted)
                                .collect(Collectors.joining(" "))
                        + ";if($LASTEXITCODE){exit 1}");
    }

    /** -Name takes patterns, and an id can hold a program's path with brackets in it. */
    private static boolean named(Collection<String> ids) {
        return ids.stream().noneMatch(id -> id.matches("(?s).*[\\[\\]*?`].*"));
    }

    private static String each(Collection<String> ids) {
        return "Get-NetFirewallRule|?{" + quoted(ids) + " -ccontains $_.Name}";
    }

    static String profiles(Collection<NetworkProfile> profiles) {
        return profiles.stream()
                .map(profile ->
                        switch (profile) {
                            case DOMAIN -> "Domain";
                            case PRIVATE -> "Private";
                            case PUBLIC -> "Public";
                        })
                .collect(Collectors.joining(","));
    }

    static String quoted(Collection<String> texts) {
        return List.copyOf(texts).stream().map(Cmdlet::quoted).collect(Collectors.joining(","));
    }

    /**
     * Returns the text in single quotes. PowerShell ends such a text at a typographic quote too, so
     * each kind is doubled (about_Quoting_Rules).
     */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted.append(c);
            if ("'\u2018\u2019\u201a\u201b".indexOf(c) >= 0) {
                quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }
}
