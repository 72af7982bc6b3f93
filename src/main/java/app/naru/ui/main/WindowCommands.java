package app.naru.ui.main;

import app.naru.forward.Forward;
import app.naru.ui.Questions;
import app.naru.ui.WizardOpener;

/** What a control of the main window asks of the window itself. */
interface WindowCommands extends Questions {

    /** Opens the wizard. */
    void openWizard(WizardOpener.Start start);

    /** Opens the check from outside. */
    void checkFromOutside(Forward forward);

    /** Says whom Naru contacts on the Internet. */
    void showContacts();

    /** Ends Naru, asking first if forwards are open. */
    void quit();
}
