package app.naru.ui.learn;

import static app.naru.ui.learn.Block.heading;
import static app.naru.ui.learn.Block.paragraph;
import static app.naru.ui.learn.Block.points;
import static app.naru.ui.learn.Block.warning;

import app.naru.forward.Sentence;
import java.util.List;

/** What there is to understand, in the order in which one thing needs the other. */
final class Concepts {

    private Concepts() {}

    static List<Block> server(Here here) {
        return List.of(
                paragraph("learn.server.what"),
                heading("learn.server.port.title"),
                paragraph("learn.server.port"),
                paragraph("learn.server.protocol"),
                heading("learn.server.local.title"),
                paragraph("learn.server.local"),
                Drawings.server(here),
                paragraph("learn.server.naru", here.internal().sentence()));
    }

    static List<Block> forwarding(Here here) {
        return List.of(
                paragraph("learn.forwarding.what"),
                Drawings.forwarding(here),
                heading("learn.forwarding.router.title"),
                paragraph("learn.forwarding.router", here.internal().sentence()),
                heading("learn.forwarding.pc.title"),
                paragraph("learn.forwarding.pc"),
                heading("learn.forwarding.need.title"),
                points("learn.forwarding.need.lan", "learn.forwarding.need.internet"),
                heading("learn.forwarding.byHand.title"),
                paragraph("learn.forwarding.byHand.text"),
                new Block.Steps(
                        List.of(
                                Sentence.of("learn.forwarding.byHand.1", here.router().sentence()),
                                Sentence.of("learn.forwarding.byHand.2"),
                                Sentence.of(
                                        "learn.forwarding.byHand.3", here.internal().sentence()),
                                Sentence.of("learn.forwarding.byHand.4"))));
    }

    static List<Block> addresses(Here here) {
        return List.of(
                paragraph("learn.addresses.what"),
                Drawings.addresses(here),
                heading("learn.addresses.internal.title"),
                paragraph("learn.addresses.internal", here.internal().sentence()),
                paragraph("learn.addresses.changes"),
                heading("learn.addresses.external.title"),
                paragraph("learn.addresses.external", here.external().sentence()),
                here.external().real()
                        ? warning("learn.addresses.hairpin")
                        : paragraph("learn.addresses.external.unasked"),
                heading("learn.addresses.which.title"),
                new Block.Points(
                        List.of(
                                Sentence.of("learn.addresses.which.here"),
                                Sentence.of(
                                        "learn.addresses.which.lan", here.internal().sentence()),
                                Sentence.of("learn.addresses.which.internet"))));
    }

    static List<Block> rules() {
        return List.of(
                paragraph("learn.rules.what"),
                Drawings.rules(),
                heading("learn.rules.in.title"),
                paragraph("learn.rules.in"),
                heading("learn.rules.out.title"),
                paragraph("learn.rules.out"),
                heading("learn.rules.says.title"),
                points(
                        "learn.rules.says.what",
                        "learn.rules.says.who",
                        "learn.rules.says.where",
                        "learn.rules.says.action"),
                paragraph("learn.rules.block"),
                warning("learn.rules.off"),
                paragraph("learn.rules.window"),
                new Block.Command("wf.msc"));
    }

    static List<Block> wsl(Here here) {
        return List.of(
                paragraph("learn.wsl.what", here.wsl().sentence()),
                Drawings.wsl(here),
                paragraph("learn.wsl.localhost"),
                paragraph("learn.wsl.naru"),
                heading("learn.wsl.changes.title"),
                paragraph("learn.wsl.changes"),
                paragraph("learn.wsl.stops"),
                paragraph("learn.wsl.see"),
                new Block.Command("wsl hostname -I"),
                heading("learn.wsl.mirrored.title"),
                paragraph("learn.wsl.mirrored"));
    }

    static List<Block> nat(Here here) {
        return List.of(
                heading("learn.nat.me.title"),
                new Block.Paragraph(here.behindCgnat()),
                heading("learn.nat.cgnat.title"),
                paragraph("learn.nat.cgnat"),
                Drawings.cgnat(here),
                points("learn.nat.cgnat.1", "learn.nat.cgnat.2", "learn.nat.cgnat.3"),
                heading("learn.nat.double.title"),
                paragraph("learn.nat.what"),
                paragraph("learn.nat.two"),
                paragraph("learn.nat.double"),
                Drawings.doubleNat(here),
                new Block.Points(
                        List.of(
                                Sentence.of("learn.nat.double.1"),
                                Sentence.of("learn.nat.double.2", here.internal().sentence()))),
                heading("learn.nat.see.title"),
                paragraph("learn.nat.see", Sentence.of("addresses.page")));
    }

    static List<Block> risks() {
        return List.of(
                paragraph("learn.risks.what"),
                Drawings.risks(),
                heading("learn.risks.found.title"),
                paragraph("learn.risks.found"),
                heading("learn.risks.dev.title"),
                paragraph("learn.risks.dev"),
                heading("learn.risks.never.title"),
                points(
                        "learn.risks.never.rdp",
                        "learn.risks.never.smb",
                        "learn.risks.never.db",
                        "learn.risks.never.router"),
                heading("learn.risks.small.title"),
                points(
                        "learn.risks.small.lan",
                        "learn.risks.small.chosen",
                        "learn.risks.small.time",
                        "learn.risks.small.update",
                        "learn.risks.small.watch"));
    }

    static List<Block> trying() {
        return List.of(
                paragraph("learn.trying.lan"),
                paragraph("learn.trying.internet", Sentence.of("check.button")),
                warning("learn.addresses.hairpin"),
                heading("learn.trying.nothing.title"),
                paragraph("learn.trying.nothing"),
                new Block.Steps(
                        List.of(
                                Sentence.of("learn.trying.nothing.1"),
                                Sentence.of("learn.trying.nothing.2"),
                                Sentence.of(
                                        "learn.trying.nothing.3",
                                        Sentence.of("forwards.title"),
                                        Sentence.of("check.first")),
                                Sentence.of("learn.trying.nothing.4"))));
    }
}
