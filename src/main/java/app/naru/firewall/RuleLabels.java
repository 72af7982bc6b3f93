package app.naru.firewall;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rules are called, for people. Windows' own have references for names, which are looked up
 * once each: this PC's alone, for those of a file could refer to anything.
 */
public final class RuleLabels {

    /** Those that look nothing up. */
    public static final RuleLabels PLAIN = new RuleLabels(Map.of(), text -> Optional.empty());

    /** {@code @{Package_1.0_x64__id?ms-resource://Package/Resources/Name}}: of an app. */
    private static final Pattern OF_APP = Pattern.compile("@\\{([^_?}]{1,200})[_?].*");

    private final Map<String, Optional<String>> found;
    private final SystemTexts texts;

    /** Looks up in this system's texts, and remembers. */
    public RuleLabels(SystemTexts system) {
        found = new ConcurrentHashMap<>();
        texts = reference -> found.computeIfAbsent(reference, wanted -> words(system, wanted));
    }

    private RuleLabels(Map<String, Optional<String>> found, SystemTexts texts) {
        this.found = found;
        this.texts = texts;
    }

    private static Optional<String> words(SystemTexts system, String reference) {
        return system.load(reference).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Returns those that know what these have found by now, and look nothing up. */
    public RuleLabels known() {
        return new RuleLabels(found, reference -> found.getOrDefault(reference, Optional.empty()));
    }

    /**
     * Returns the rule's name in the words of Windows; where there are none, what says most about
     * it. Never empty.
     */
    public String name(StoredRule stored) {
        String name = stored.rule().name();
        if (name.isEmpty()) {
            return stored.id();
        }
        return isReference(name) ? texts.load(name).orElseGet(() -> otherwise(stored)) : name;
    }

    /** Returns a rule's description or group; empty where it is a reference to nothing. */
    public String text(String text) {
        return isReference(text) ? texts.load(text).orElse("") : text;
    }

    private static boolean isReference(String text) {
        return text.startsWith("@");
    }

    /** Windows' own ids say what they are about, like {@code RemoteDesktop-UserMode-In-TCP}. */
    private static String otherwise(StoredRule stored) {
        FirewallRule rule = stored.rule();
        Matcher app = OF_APP.matcher(rule.name());
        if (app.matches()) {
            return app.group(1);
        }
        if (!stored.id().startsWith("{") && !stored.id().matches("[0-9]*")) {
            return stored.id();
        }
        if (rule.service().length() > 1) {
            return rule.service();
        }
        return rule.program().isEmpty() ? rule.name() : RuleSentence.fileName(rule.program());
    }
}
