package app.naru.ui.wizard;

import app.naru.forward.Forward;
import app.naru.server.ServerProbe;
import app.naru.text.Texts;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;

/** Opens the wizard's windows and owns what outlives them: the sample page. */
public final class WizardWindows implements WizardOpener, AutoCloseable {

    private final ServerProbe probe = new ServerProbe();
    private final List<Wizard> open = new ArrayList<>();
    private volatile Texts texts = Texts.in(Locale.getDefault());
    private final SampleHost samplePage = new SampleHost(() -> texts);

    @Override
    public void open(UiContext context, Stage owner, Start start) {
        texts = context.texts();
        Optional<Forward> existing =
                switch (start) {
                    case Start.Edit(Forward forward) -> Optional.of(forward);
                    case Start.ToInternet(Forward forward) -> Optional.of(forward);
                    case Start.Like(Forward forward) -> Optional.of(forward);
                    case Start.New fromNothing -> Optional.empty();
                    case Start.Sample sample -> Optional.empty();
                };
        Wizard wizard = new Wizard(context, samplePage, probe, existing);
        open.add(wizard);
        wizard.stage().setOnHidden(event -> open.remove(wizard));
        wizard.show(owner);
        if (start instanceof Start.Sample) {
            wizard.useSample();
        }
        if (start instanceof Start.ToInternet) {
            wizard.openToInternet();
        }
    }

    /** What was entered stays. */
    @Override
    public void speak(Texts other) {
        texts = other;
        open.forEach(wizard -> wizard.speak(other));
    }

    /** Stops serving the sample page. */
    @Override
    public void close() {
        samplePage.close();
    }
}
