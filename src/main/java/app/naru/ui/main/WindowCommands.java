package app.naru.ui.main;

import app.naru.ui.Questions;
import app.naru.ui.WizardOpener;

/** What a control of the main window asks of the window itself. */
interface WindowCommands extends Questions {

    /** Opens the wizard. */
    void openWizard(WizardOpener.Start start);

    /** Ends Naru, asking first if forwards are open. */
    void quit();
}
