package app.naru.cli;

import app.naru.diagnosis.Diagnosis;
import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Finding;
import app.naru.diagnosis.Fix;
import app.naru.text.Texts;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code naru check --json} writes. */
final class CheckJson {

    private CheckJson() {}

    /**
     * Returns {@code forward}, {@code stage} ({@code bare}, {@code closed}, {@code open}), {@code
     * verdict} ({@code reachable}, {@code not-reachable}, {@code cant-tell}), {@code cause} (of
     * what stands in the way, or null), {@code key} and {@code text} of the answer, {@code hops},
     * {@code findings} and {@code milliseconds}.
     */
    static ObjectNode of(Examination examination, Texts language) {
        Diagnosis diagnosis = examination.diagnosis();
        ObjectNode node = Json.object();
        node.set("forward", Json.forward(diagnosis.forward()));
        node.put("stage", Json.constant(diagnosis.stage()));
        node.put("verdict", Json.constant(diagnosis.verdict()));
        node.put("cause", diagnosis.answer().map(each -> each.cause().text()).orElse(null));
        node.setAll(Json.sentence(diagnosis.sentence(), language));
        node.set("hops", Json.array(diagnosis.hops(), hop -> Json.hop(hop, language)));
        node.set(
                "findings",
                Json.array(diagnosis.findings(), finding -> finding(finding, language)));
        node.put("milliseconds", examination.took().toMillis());
        return node;
    }

    private static ObjectNode finding(Finding finding, Texts language) {
        ObjectNode node = Json.object();
        node.put("cause", finding.cause().text());
        node.put("hop", Json.constant(finding.hop()));
        node.put("sureness", Json.constant(finding.sureness()));
        node.put("inTheWay", finding.blocks());
        node.setAll(Json.sentence(finding.sentence(), language));
        node.set("evidence", Json.array(finding.evidence(), each -> Json.sentence(each, language)));
        node.set("fixes", Json.array(finding.fixes(), fix -> fix(fix, language)));
        return node;
    }

    /**
     * {@code kind} and what belongs to it: {@code change}, {@code forward}, {@code copy}, …; {@code
     * meaning} where there is more to know before it is done.
     */
    private static ObjectNode fix(Fix fix, Texts language) {
        ObjectNode node = Json.object();
        node.setAll(Json.sentence(fix.title(), language));
        fix.meaning().ifPresent(each -> node.set("meaning", Json.sentence(each, language)));
        switch (fix) {
            case Fix.Make make -> {
                node.put("kind", "change");
                node.set("change", Json.change(make.change(), language));
            }
            case Fix.Reopen reopen -> {
                node.put("kind", "open");
                node.set("forward", Json.forward(reopen.changed()));
            }
            case Fix.Copy copy -> node.put("kind", "copy").put("copy", copy.text());
            case Fix.Visit visit -> node.put("kind", "visit").put("page", visit.page().toString());
            case Fix.ByHand byHand -> node.put("kind", "by-hand");
        }
        return node;
    }
}
