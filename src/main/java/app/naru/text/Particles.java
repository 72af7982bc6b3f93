package app.naru.text;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses the form of a Korean particle that stands behind a value: texts write both forms, as in
 * {@code {0}을(를)}, and which of them is right depends on the sound that the value ends with.
 */
final class Particles {

    /** What the last sound of a word is to a particle. */
    private enum Ending {
        VOWEL,
        CONSONANT,
        /** A consonant too, but it takes 로 as a vowel does. */
        RIEUL
    }

    /** The forms of one particle, after a consonant and after a vowel. */
    private record Forms(String afterConsonant, String afterVowel) {}

    private static final Map<String, Forms> FORMS =
            Map.of(
                    "은(는)", new Forms("은", "는"),
                    "이(가)", new Forms("이", "가"),
                    "을(를)", new Forms("을", "를"),
                    "와(과)", new Forms("과", "와"),
                    "(으)로", new Forms("으로", "로"),
                    "(이)라는", new Forms("이라는", "라는"),
                    "(이)어야", new Forms("이어야", "여야"));

    private static final Pattern BOTH_FORMS =
            Pattern.compile(String.join("|", FORMS.keySet().stream().map(Pattern::quote).toList()));

    /** What is not read aloud at the end of a value: closing marks, and an aside in brackets. */
    private static final Pattern UNREAD = Pattern.compile("(\\([^()]*\\)|[^\\p{L}\\p{N}(]|\\()$");

    /** English words that end in a sound which Korean closes a syllable with. */
    private static final Pattern CLOSED =
            Pattern.compile(
                    ".*(?:[mn]|[mn]e|ng|[aeiou]([bckpt])\\1?|ck)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOSED_BY_L = Pattern.compile(".*(?:l|le)");

    /** So many characters before a particle are looked at: a value may be as long as it likes. */
    private static final int LOOKED_AT = 80;

    private static final int FIRST_SYLLABLE = '가';
    private static final int LAST_SYLLABLE = '힣';
    private static final int FINAL_CONSONANTS = 28;
    private static final int FINAL_RIEUL = 8;

    private Particles() {}

    /** Returns the text with one form of each particle, where the word before it is readable. */
    static String chosen(String text) {
        Matcher particle = BOTH_FORMS.matcher(text);
        StringBuilder chosen = new StringBuilder();
        while (particle.find()) {
            int from = Math.max(0, particle.start() - LOOKED_AT);
            String form = form(particle.group(), text.substring(from, particle.start()));
            particle.appendReplacement(chosen, Matcher.quoteReplacement(form));
        }
        return particle.appendTail(chosen).toString();
    }

    private static String form(String both, String before) {
        String word = read(before);
        if (word.isEmpty()) {
            return both;
        }
        Forms forms = Objects.requireNonNull(FORMS.get(both));
        return switch (ending(word)) {
            case VOWEL -> forms.afterVowel();
            case CONSONANT -> forms.afterConsonant();
            case RIEUL -> both.equals("(으)로") ? forms.afterVowel() : forms.afterConsonant();
        };
    }

    /** Returns the text up to the last letter or digit that is read aloud. */
    private static String read(String text) {
        String rest = text;
        for (Matcher end = UNREAD.matcher(rest); end.find(); end = UNREAD.matcher(rest)) {
            rest = rest.substring(0, end.start());
        }
        return rest;
    }

    private static Ending ending(String word) {
        char last = word.charAt(word.length() - 1);
        if (last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE) {
            int consonant = (last - FIRST_SYLLABLE) % FINAL_CONSONANTS;
            return consonant == 0
                    ? Ending.VOWEL
                    : consonant == FINAL_RIEUL ? Ending.RIEUL : Ending.CONSONANT;
        }
        return Character.isDigit(last) ? ofDigit(last) : ofLatin(lastWord(word));
    }

    /** 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; and 영, 십, 백, 천, 만 all end in a consonant. */
    private static Ending ofDigit(char digit) {
        return switch (Character.digit(digit, 10)) {
            case 1, 7, 8 -> Ending.RIEUL;
            case 0, 3, 6 -> Ending.CONSONANT;
            default -> Ending.VOWEL;
        };
    }

    /** An abbreviation is read letter by letter (엘, 엠, 엔, 알), any other word as a word. */
    private static Ending ofLatin(String word) {
        boolean spelled = word.equals(word.toUpperCase(Locale.ROOT));
        if (spelled) {
            return switch (word.charAt(word.length() - 1)) {
                case 'L', 'R' -> Ending.RIEUL;
                case 'M', 'N' -> Ending.CONSONANT;
                default -> Ending.VOWEL;
            };
        }
        if (CLOSED_BY_L.matcher(word).matches()) {
            return Ending.RIEUL;
        }
        return CLOSED.matcher(word).matches() ? Ending.CONSONANT : Ending.VOWEL;
    }

    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }
}
