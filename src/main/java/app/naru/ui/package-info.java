/** What every window needs: work in the background, FXML, the look, and the picture of the path. */
@NullMarked
package app.naru.ui;

import org.jspecify.annotations.NullMarked;
