/**
 * What the Internet sees of this home: the public address, as several strangers tell it, and
 * whether visitors arrive. Everything that they answer is taken for hostile: bounded in size and
 * time, and compared.
 */
@NullMarked
package app.naru.internet;

import org.jspecify.annotations.NullMarked;
