/* What jni.h asks of the platform, for Windows on x64: a JDK for Linux brings only its own. */
#ifndef JNI_MD_H
#define JNI_MD_H

#define JNIEXPORT __declspec(dllexport)
#define JNIIMPORT __declspec(dllimport)
/* x64 has one calling convention. */
#define JNICALL

typedef int jint;
typedef long long jlong;
typedef signed char jbyte;

#endif
