package app.naru.ui.wizard;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Drafts in English, and a forward that says something of everything. */
final class Drafts {

    private Drafts() {}

    static Draft empty(ReadOnlyObjectWrapper<Situation> situation) {
        return beside(situation, List.of());
    }

    /** Returns an empty draft where there are forwards already. */
    static Draft beside(ReadOnlyObjectWrapper<Situation> situation, List<Forward> others) {
        return of(situation, Optional.empty(), others);
    }

    /** Returns a draft that begins as the forward is. */
    static Draft like(
            Forward existing, ReadOnlyObjectWrapper<Situation> situation, List<Forward> others) {
        return of(situation, Optional.of(existing), others);
    }

    private static Draft of(
            ReadOnlyObjectWrapper<Situation> situation,
            Optional<Forward> existing,
            List<Forward> others) {
        return new Draft(existing, others, Scenes.here(situation), Texts.in(Locale.ENGLISH)::say);
    }

    static Forward forward(String name) {
        return new Forward(
                "0a1b2c3d",
                new ForwardName(name),
                Protocol.UDP,
                PortRange.parse("9000-9002"),
                new Listen.At(Address.parse(Scenes.LAN)),
                Target.parse("wsl:Debian:8000"),
                Audience.parse("192.168.0.0/24,10.0.0.5"),
                Lifetime.parse("1h30m"),
                Set.of(NetworkProfile.PUBLIC),
                "For the demo");
    }
}
