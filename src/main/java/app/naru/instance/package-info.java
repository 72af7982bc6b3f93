/** The Naru processes of this user that run now, and how one asks another to do something. */
@NullMarked
package app.naru.instance;

import org.jspecify.annotations.NullMarked;
