package app.naru.ui;

import app.naru.diagnosis.Attendance;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.VisitProof;
import app.naru.path.Forwards;
import app.naru.path.SavedForwards;
import app.naru.router.Found;
import app.naru.survey.Survey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Looks of a PC that has neither a firewall that Naru knows nor a router, and asks nobody. */
public final class LookingAlone {

    private LookingAlone() {}

    public static Checks checks(
            Survey survey, Forwards forwards, SavedForwards saved, BackgroundTasks tasks) {
        Examiner examiner =
                new Examiner(
                        survey,
                        Optional.empty(),
                        progress -> new Found(List.of()),
                        VisitProof.none());
        return new Checks(
                examiner,
                new Attendance(List::of, forwards),
                forwards,
                saved,
                tasks,
                why -> {},
                Clock.systemUTC());
    }
}
