package app.naru.diagnosis;

import static app.naru.diagnosis.Cause.DEV_SERVER_REFUSES_HOST;
import static app.naru.diagnosis.Cause.DJANGO_DEBUG;
import static app.naru.diagnosis.Cause.DJANGO_REFUSES_HOST;
import static app.naru.diagnosis.Cause.DJANGO_REFUSES_ORIGIN;
import static app.naru.diagnosis.Cause.TLS_MISMATCH;
import static app.naru.diagnosis.Sureness.CERTAIN;
import static app.naru.diagnosis.Sureness.LIKELY;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.path.Link;
import app.naru.server.HostRefusal;
import app.naru.server.Speech;
import app.naru.server.Speech.Reply;
import app.naru.server.SpeechProbe;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Does the server talk to those who come from elsewhere? */
final class SpeechCauses implements HopCauses {

    @Override
    public List<Finding> in(Case it) {
        return it.seen().speech().map(speech -> in(it, speech)).orElse(List.of());
    }

    private static List<Finding> in(Case it, Speech speech) {
        List<Finding> found = new ArrayList<>();
        tlsMismatch(it, speech).ifPresent(found::add);
        refusedHost(it, speech).ifPresent(found::add);
        refusedOrigin(it, speech).ifPresent(found::add);
        if (speech.debug() && it.forInternet()) {
            found.add(
                    Finding.worthKnowing(DJANGO_DEBUG, CERTAIN)
                            .because(Sentence.of("diagnosis.evidence.debugPage"))
                            .fix(
                                    new Fix.Copy(
                                            Sentence.of("diagnosis.fix.inSettingsPy"),
                                            "DEBUG = False")));
        }
        return found;
    }

    private static Optional<Finding> tlsMismatch(Case it, Speech speech) {
        return Link.onThisNetwork(it.forward(), it.situation()).stream()
                .flatMap(link -> link.uri().stream())
                .filter(uri -> speech.http() && speech.tls() != uri.getScheme().equals("https"))
                .findFirst()
                .map(uri -> tlsMismatch(uri, speech.tls()));
    }

    private static Finding tlsMismatch(URI wrong, boolean tls) {
        URI right = URI.create((tls ? "https://" : "http://") + wrong.getRawAuthority() + "/");
        return Finding.inTheWay(TLS_MISMATCH, CERTAIN, wrong, right)
                .because(Sentence.of(tls ? "diagnosis.evidence.tls" : "diagnosis.evidence.noTls"))
                .fix(new Fix.Visit(Sentence.of("diagnosis.fix.rightLink", right), right))
                .fix(new Fix.Copy(Sentence.of("diagnosis.fix.handOut"), right.toString()));
    }

    /** Who comes by address meets an obstacle; who would come by this PC's name need not. */
    private static Optional<Finding> refusedHost(Case it, Speech speech) {
        List<Reply> refused = speech.refused();
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        Reply first =
                refused.stream()
                        .filter(SpeechCauses::byAddress)
                        .findFirst()
                        .orElse(refused.getFirst());
        HostRefusal by = first.refusal().orElseThrow();
        Cause cause = by == HostRefusal.DJANGO ? DJANGO_REFUSES_HOST : DEV_SERVER_REFUSES_HOST;
        boolean told = speech.answersTo("localhost") || by != HostRefusal.DJANGO;
        Finding finding =
                refused.stream().anyMatch(SpeechCauses::byAddress)
                        ? Finding.inTheWay(cause, told ? CERTAIN : LIKELY, values(by, first))
                        : Finding.worthKnowing(cause, CERTAIN, values(by, first));
        List<Sentence> evidence =
                speech.replies().stream()
                        .map(reply ->
                                Sentence.of(
                                        reply.refusal().isPresent()
                                                ? "diagnosis.evidence.hostRefused"
                                                : "diagnosis.evidence.hostTaken",
                                        reply.host(),
                                        reply.status()))
                        .toList();
        return Optional.of(
                finding.because(evidence)
                        .fix(HostFixes.of(by, hosts(refused)))
                        .fix(HttpModeFix.of(it)));
    }

    private static Object[] values(HostRefusal by, Reply first) {
        return new Object[] {first.host(), Sentence.of("diagnosis.framework." + by)};
    }

    private static List<String> hosts(List<Reply> refused) {
        return refused.stream().map(Reply::host).distinct().toList();
    }

    private static boolean byAddress(Reply reply) {
        try {
            return !Address.parse(reply.host()).isLoopbackAddress();
        } catch (InvalidInput aName) {
            return false;
        }
    }

    private static Optional<Finding> refusedOrigin(Case it, Speech speech) {
        return speech.refusedOrigin()
                .map(origin ->
                        Finding.inTheWay(DJANGO_REFUSES_ORIGIN, CERTAIN, origin)
                                .because(Sentence.of("diagnosis.evidence.origin", origin))
                                .fix(HostFixes.trust(origins(it, speech, origin)))
                                .fix(HttpModeFix.of(it)));
    }

    /** The other addresses and names are refused for the same reason. */
    private static List<String> origins(Case it, Speech speech, String refused) {
        return Stream.concat(
                        Stream.of(refused),
                        speech.replies().stream()
                                .map(Reply::host)
                                .filter(host -> !host.equals("localhost"))
                                .map(host ->
                                        SpeechProbe.origin(host, it.forward().ports().first())))
                .distinct()
                .toList();
    }
}
