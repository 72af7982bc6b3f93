/**
 * HTTP as the relay's HTTP mode needs it: messages read strictly, and their heads rewritten. Does
 * no input or output of its own.
 */
@NullMarked
package app.naru.relay.http;

import org.jspecify.annotations.NullMarked;
