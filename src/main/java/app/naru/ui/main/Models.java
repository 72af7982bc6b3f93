package app.naru.ui.main;

import app.naru.ui.BackgroundTasks;
import app.naru.ui.Checks;
import app.naru.ui.LiveSituation;
import app.naru.ui.PreferencesViewModel;

/** What is behind the window, in no language. */
record Models(
        LiveSituation live,
        Notices notices,
        Checks checks,
        MainViewModel main,
        PreferencesViewModel preferences) {

    /** The forwards as they stand. */
    ForwardList list() {
        return main.list();
    }

    static Models of(NaruWindow.Parts parts, BackgroundTasks tasks) {
        LiveSituation live = new LiveSituation(parts.survey(), parts.forwards(), tasks);
        Notices notices = new Notices(parts.settings().troubles());
        Checks checks =
                new Checks(
                        parts.examiner(),
                        parts.attendance(),
                        parts.forwards(),
                        parts.savedForwards(),
                        tasks,
                        why -> notices.add(new Notice.Told(why)),
                        parts.clock());
        ForwardList list =
                new ForwardList(
                        parts.savedForwards(),
                        parts.forwards(),
                        tasks,
                        notices,
                        checks,
                        parts.clock());
        MainViewModel main =
                new MainViewModel(
                        parts.savedForwards(), parts.forwards(), live, tasks, notices, list);
        return new Models(
                live,
                notices,
                checks,
                main,
                new PreferencesViewModel(parts.settings(), tasks, notices::unwritable));
    }
}
