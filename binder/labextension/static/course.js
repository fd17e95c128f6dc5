// Made by `readtwice own-pages`.
export const course = {
 "lessons": [
  {
   "id": "00",
   "minutes": 15,
   "notebook": "00_start_here",
   "sheets": [],
   "title": "Start here"
  },
  {
   "id": "01",
   "minutes": 40,
   "notebook": "01_contradictions",
   "sheets": [
    "practice"
   ],
   "title": "Does it agree with itself?"
  },
  {
   "id": "02",
   "minutes": 40,
   "notebook": "02_who_said_it_and_when",
   "sheets": [
    "practice",
    "programmers"
   ],
   "title": "Who said it, and when?"
  },
  {
   "id": "03",
   "minutes": 40,
   "notebook": "03_do_the_numbers_fit",
   "sheets": [
    "practice",
    "programmers"
   ],
   "title": "Do the numbers fit?"
  },
  {
   "id": "04",
   "minutes": 40,
   "notebook": "04_check_against_data",
   "sheets": [
    "practice",
    "programmers"
   ],
   "title": "Check it against data"
  },
  {
   "id": "05",
   "minutes": 40,
   "notebook": "05_what_the_picture_proves",
   "sheets": [
    "practice",
    "programmers"
   ],
   "title": "What does the picture prove?"
  },
  {
   "id": "06",
   "minutes": 40,
   "notebook": "06_leave_the_page",
   "sheets": [
    "practice",
    "programmers"
   ],
   "title": "Leave the page"
  },
  {
   "id": "07",
   "minutes": 40,
   "notebook": "07_publish_a_fact_check",
   "sheets": [
    "practice",
    "programmers"
   ],
   "title": "Publish a fair fact-check"
  },
  {
   "id": "08",
   "minutes": 30,
   "notebook": "08_after",
   "sheets": [],
   "title": "After"
  },
  {
   "id": "09",
   "minutes": 30,
   "notebook": "09_a_fresh_text",
   "sheets": [],
   "title": "A fresh text"
  },
  {
   "id": "10",
   "minutes": 40,
   "notebook": "10_read_your_own_article",
   "sheets": [],
   "title": "Read your own article"
  }
 ],
 "pages": {
  "exercises/01_contradictions/practice.ipynb": {
   "code": "4034a8211010904eefa3f6e5897b300a91071b08fb43a19ebe5a5eb8875b2603",
   "locked": "80d531f7e5a07a24941763bce6f999b0282ed5d3668fabd747ad6205349d4dcd",
   "runs": true
  },
  "exercises/02_who_said_it_and_when/practice.ipynb": {
   "code": "86250ca03372900667dc5727ab338adb8f3b82440127507c3736958fa557521e",
   "locked": "b464400069924e5e8a9b30f70fcdb00b56c2b44ab0a287a60aee73a260dcf63f",
   "runs": true
  },
  "exercises/02_who_said_it_and_when/programmers.ipynb": {
   "code": "7d01537ce2a486de1438c77ce8c156083c6760b9d4bd14b62758a40f8a2ca755",
   "locked": "0fb77a7187514d5462a1ac5782be1b24da6ec80fa0ef3eb7f2544d848a5a1f0c",
   "runs": false
  },
  "exercises/03_do_the_numbers_fit/practice.ipynb": {
   "code": "9fb48336c7010fa07d77a7f8dd86a5ea3d823999d6f91d416c189661a9161577",
   "locked": "9fb48336c7010fa07d77a7f8dd86a5ea3d823999d6f91d416c189661a9161577",
   "runs": true
  },
  "exercises/03_do_the_numbers_fit/programmers.ipynb": {
   "code": "3f4a1d8e84d1941300b45b58aef747f8b1bb2413f27071d576307e9eb7f3ecbb",
   "locked": "772a7b0034a09f3f3034974378a99e8474317063b8e380996f9f0301a074e548",
   "runs": false
  },
  "exercises/04_check_against_data/practice.ipynb": {
   "code": "6aaae15be67745b7ae6df210afa4772af7d38d3a9b9caaa891db4f3512f98446",
   "locked": "6aaae15be67745b7ae6df210afa4772af7d38d3a9b9caaa891db4f3512f98446",
   "runs": true
  },
  "exercises/04_check_against_data/programmers.ipynb": {
   "code": "ef16083baa3157bfae9d94357294b90b3a4c43c896d24d0fc53c7a312583c980",
   "locked": "75811f1bc94d2e5173d6dfd6fd35f262c7ab68168741412fda9afe1fba676bea",
   "runs": false
  },
  "exercises/05_what_the_picture_proves/practice.ipynb": {
   "code": "776db2edbbd52a8a911f003aa2cc26fd9f92f3bed3215d2fee5df68b707f6898",
   "locked": "776db2edbbd52a8a911f003aa2cc26fd9f92f3bed3215d2fee5df68b707f6898",
   "runs": true
  },
  "exercises/05_what_the_picture_proves/programmers.ipynb": {
   "code": "e3365fdd8a680e9445622b4f3d484d0ef8ce7755d3becc7b693967ccbfe29d5e",
   "locked": "975a443dc06f61dc0ed3bcb0cbe0bdc6d091c78a880ba855b489a075503625aa",
   "runs": false
  },
  "exercises/06_leave_the_page/practice.ipynb": {
   "code": "600501a77e89399ac9e1a5cb4ccba4abf3b404f0d4626c48563215d55b845dbf",
   "locked": "57b3f90472949597952731b78c9b8da1675e855ebfb00e0564635fe8ea69f146",
   "runs": true
  },
  "exercises/06_leave_the_page/programmers.ipynb": {
   "code": "32544ab4abac21bad458f9ffecccfd199d4925c39ef7d25e3704d9bb51f744ed",
   "locked": "6856985ff90ac0325ca2d7193eab2dc9a26f02f9d0cecef690b3222eae79b3c0",
   "runs": false
  },
  "exercises/07_publish_a_fact_check/practice.ipynb": {
   "code": "baaf225f4765b42ce5aa47777f891192406502ee1b3069688e7b509f44046c8d",
   "locked": "baaf225f4765b42ce5aa47777f891192406502ee1b3069688e7b509f44046c8d",
   "runs": true
  },
  "exercises/07_publish_a_fact_check/programmers.ipynb": {
   "code": "7fd9a6a7402e58e9b1c1f3f95f2dc9888bd7046be15cf20752321c78ed0ab275",
   "locked": "7519ef9bd65215754ba15640447c9405768fc32b7370f4fc3cc46b85d75fc4fd",
   "runs": false
  },
  "notebooks/00_start_here.ipynb": {
   "code": "4e3e41dff7a402f9c5cb707886e4ac95093197fb264f9794bcbed13cd932ed93",
   "locked": "4e3e41dff7a402f9c5cb707886e4ac95093197fb264f9794bcbed13cd932ed93",
   "runs": true
  },
  "notebooks/01_contradictions.ipynb": {
   "code": "d65595e9dd919334dea335dbae4ccfd1f4a370240cdc50e80dd03c144e529dd8",
   "locked": "d65595e9dd919334dea335dbae4ccfd1f4a370240cdc50e80dd03c144e529dd8",
   "runs": true
  },
  "notebooks/02_who_said_it_and_when.ipynb": {
   "code": "064b274aee5d7e863472c3c0dfda97ec0c4b4009670758402e07d16c897baa4c",
   "locked": "064b274aee5d7e863472c3c0dfda97ec0c4b4009670758402e07d16c897baa4c",
   "runs": true
  },
  "notebooks/03_do_the_numbers_fit.ipynb": {
   "code": "56fc54c3b82c5dc9a4a6345761e11bfb901aad1dcb9dc0c8aa2062e62cb22125",
   "locked": "56fc54c3b82c5dc9a4a6345761e11bfb901aad1dcb9dc0c8aa2062e62cb22125",
   "runs": true
  },
  "notebooks/04_check_against_data.ipynb": {
   "code": "f5ca7ae67fad45a5958a6e3dcec1954e0b5d3554b030bb599bfe5c2bb6efa1a0",
   "locked": "f5ca7ae67fad45a5958a6e3dcec1954e0b5d3554b030bb599bfe5c2bb6efa1a0",
   "runs": true
  },
  "notebooks/05_what_the_picture_proves.ipynb": {
   "code": "1cc48a622a760ca3a27dc0647f3983572fa4389dbe16f10f15d29b5eea29cf12",
   "locked": "1cc48a622a760ca3a27dc0647f3983572fa4389dbe16f10f15d29b5eea29cf12",
   "runs": true
  },
  "notebooks/06_leave_the_page.ipynb": {
   "code": "aba8021c237d4a91a5c850d17b9fbcab7a8eae8641327a454eee54dab50577e9",
   "locked": "aba8021c237d4a91a5c850d17b9fbcab7a8eae8641327a454eee54dab50577e9",
   "runs": true
  },
  "notebooks/07_publish_a_fact_check.ipynb": {
   "code": "7514aceeb2d77306f95b44cbd78ddfc85f919aa3a292d1e8eabacb6b6fe57df4",
   "locked": "7514aceeb2d77306f95b44cbd78ddfc85f919aa3a292d1e8eabacb6b6fe57df4",
   "runs": true
  },
  "notebooks/08_after.ipynb": {
   "code": "0ca74838321f117abc2007cd57e69846573bfccf23804fe22075436e1a6a4bd2",
   "locked": "0ca74838321f117abc2007cd57e69846573bfccf23804fe22075436e1a6a4bd2",
   "runs": true
  },
  "notebooks/09_a_fresh_text.ipynb": {
   "code": "2e761e2770c5e567839751dd061cd39832e240c3cd4db0e3a3d5672284c125a4",
   "locked": "2e761e2770c5e567839751dd061cd39832e240c3cd4db0e3a3d5672284c125a4",
   "runs": true
  },
  "notebooks/10_read_your_own_article.ipynb": {
   "code": "8160217c7f5fdd7c38777662e8f3ef5ada99abe46f25c3e334ceeb322b5d5eb6",
   "locked": "8160217c7f5fdd7c38777662e8f3ef5ada99abe46f25c3e334ceeb322b5d5eb6",
   "runs": true
  },
  "notebooks/one_shot.ipynb": {
   "code": "dd9b0ac7b576a4e4cac251c71d987823e41c2a6cc29e429fb923f9e39668161c",
   "locked": "dd9b0ac7b576a4e4cac251c71d987823e41c2a6cc29e429fb923f9e39668161c",
   "runs": true
  },
  "notebooks/one_shot_invented.ipynb": {
   "code": "3e0f481098164fe8fac51e0fd0c6b82a0137bf9d6ae5fa7d5207212a764ae510",
   "locked": "3e0f481098164fe8fac51e0fd0c6b82a0137bf9d6ae5fa7d5207212a764ae510",
   "runs": true
  },
  "notebooks/open_a_lesson.ipynb": {
   "code": "85143a1ca6c70485c43afd5f78b7d4ddc1ad0ae195fca34512d426528fdc8877",
   "locked": "85143a1ca6c70485c43afd5f78b7d4ddc1ad0ae195fca34512d426528fdc8877",
   "runs": true
  },
  "notebooks/teacher/class_report.ipynb": {
   "code": "e6af8ca7e038cda5614e7b84dfd2f8a1271cfc6e77d7236bf73a21771ebfee30",
   "locked": "e6af8ca7e038cda5614e7b84dfd2f8a1271cfc6e77d7236bf73a21771ebfee30",
   "runs": true
  },
  "notebooks/teacher/doctor.ipynb": {
   "code": "ecf2342fad15a72868bbd4106ec5566c2036b56c0bfaf6363a57f3630612849e",
   "locked": "ecf2342fad15a72868bbd4106ec5566c2036b56c0bfaf6363a57f3630612849e",
   "runs": true
  },
  "notebooks/teacher/live.ipynb": {
   "code": "269ee52cfe142343ad3f7bd0e294836f30b80dd28136d1afe6491b2a6bdc008a",
   "locked": "269ee52cfe142343ad3f7bd0e294836f30b80dd28136d1afe6491b2a6bdc008a",
   "runs": true
  },
  "notebooks/teacher/make_a_lesson.ipynb": {
   "code": "00ad23251a85f48d713d978ec7b298e3b37bd1e50f03d33f3df1a7770b04241d",
   "locked": "00ad23251a85f48d713d978ec7b298e3b37bd1e50f03d33f3df1a7770b04241d",
   "runs": true
  },
  "notebooks/teacher/one_shot_invented_projector.ipynb": {
   "code": "377300f687ac4c70c0eb9d062cb584a48a1e2bd0cf9274b3bab3ff22da84d8f7",
   "locked": "377300f687ac4c70c0eb9d062cb584a48a1e2bd0cf9274b3bab3ff22da84d8f7",
   "runs": true
  },
  "notebooks/teacher/one_shot_projector.ipynb": {
   "code": "5bce8b554283cad21cb54a1bf56a2a322c0c2c7e2673f90fef61cb3990c61eef",
   "locked": "5bce8b554283cad21cb54a1bf56a2a322c0c2c7e2673f90fef61cb3990c61eef",
   "runs": true
  },
  "notebooks/teacher/slips.ipynb": {
   "code": "9420c9de1f49b7baa003cc1e5c4522e9fb2655dbe32f213ce7ad2a990f057644",
   "locked": "9420c9de1f49b7baa003cc1e5c4522e9fb2655dbe32f213ce7ad2a990f057644",
   "runs": true
  },
  "notebooks/vote.ipynb": {
   "code": "fd7c95e50a3ae2330a8736839573616a3d46ec70c2adf3104970df1d05e10ff7",
   "locked": "fd7c95e50a3ae2330a8736839573616a3d46ec70c2adf3104970df1d05e10ff7",
   "runs": true
  },
  "notebooks/whole_form_after.ipynb": {
   "code": "ea8b71b7f6c72d2bed3bc5872fd1aafe18e02ce85b3a677d6c0d77fed0c2530a",
   "locked": "ea8b71b7f6c72d2bed3bc5872fd1aafe18e02ce85b3a677d6c0d77fed0c2530a",
   "runs": true
  },
  "notebooks/whole_form_before.ipynb": {
   "code": "c23e89fb70cf56937cc68ac51154a9487fad558bbf7add0a0ad20715f887e3de",
   "locked": "c23e89fb70cf56937cc68ac51154a9487fad558bbf7add0a0ad20715f887e3de",
   "runs": true
  },
  "solutions/01_contradictions/practice.ipynb": {
   "code": "e6629b70c7b63b605b0cce4bcf2ebafd5d725c3b4663141119c385bb13f73c57",
   "locked": "733b1a8220122afba46d0751fc7b68a638779607412c87362a4d929897424758",
   "runs": true
  },
  "solutions/02_who_said_it_and_when/practice.ipynb": {
   "code": "ee6a715bd0cb8b4c22b697468c390e1372b8e1e63974c5bc9743ae1df112847b",
   "locked": "6f21a1b47696b2503e47b14ea4ab03b1bc3ac022c010e8a1cfe01e2c5c3f21ee",
   "runs": true
  },
  "solutions/02_who_said_it_and_when/programmers.ipynb": {
   "code": "e7ecd22964cde26b2cc59ac3906f7305d578e5d9dc2b6a12501798f69022c00c",
   "locked": "0fb77a7187514d5462a1ac5782be1b24da6ec80fa0ef3eb7f2544d848a5a1f0c",
   "runs": false
  },
  "solutions/03_do_the_numbers_fit/practice.ipynb": {
   "code": "0b116defa9ba603e373f97bb0e43003361b9c58932472f20bb9ff4d1ffe1d2ff",
   "locked": "0b116defa9ba603e373f97bb0e43003361b9c58932472f20bb9ff4d1ffe1d2ff",
   "runs": true
  },
  "solutions/03_do_the_numbers_fit/programmers.ipynb": {
   "code": "5ee0625f5efdc8718c0440a58ede54e78cd026005b45c34fc84551bd7c37294e",
   "locked": "772a7b0034a09f3f3034974378a99e8474317063b8e380996f9f0301a074e548",
   "runs": false
  },
  "solutions/04_check_against_data/practice.ipynb": {
   "code": "e545518c585e67716362eb343c908a191fa4637edcae9c4c84e29d2eed3b5bd9",
   "locked": "e545518c585e67716362eb343c908a191fa4637edcae9c4c84e29d2eed3b5bd9",
   "runs": true
  },
  "solutions/04_check_against_data/programmers.ipynb": {
   "code": "3a60fea90326d68fa8f2ff7358d43e440fc48c903282f01102e4f53a20dd06c9",
   "locked": "75811f1bc94d2e5173d6dfd6fd35f262c7ab68168741412fda9afe1fba676bea",
   "runs": false
  },
  "solutions/05_what_the_picture_proves/practice.ipynb": {
   "code": "93c03d07182378ac5b76c5d31e2ea89c71e1df1da21afa7550943b3deb2ebf1a",
   "locked": "93c03d07182378ac5b76c5d31e2ea89c71e1df1da21afa7550943b3deb2ebf1a",
   "runs": true
  },
  "solutions/05_what_the_picture_proves/programmers.ipynb": {
   "code": "9b2e79ca0df470931d497bd8d1766ce581c135d0fa15fdd988f04771b1d7e2ce",
   "locked": "975a443dc06f61dc0ed3bcb0cbe0bdc6d091c78a880ba855b489a075503625aa",
   "runs": false
  },
  "solutions/06_leave_the_page/practice.ipynb": {
   "code": "ece48002831d88ebb3f7d9d58d0959953a89934ed2f02fb5817ae67df053edea",
   "locked": "9b4557f3d57bb205da26d93e53bdae0a58b1c6b265c82a2e0e493b130120e75b",
   "runs": true
  },
  "solutions/06_leave_the_page/programmers.ipynb": {
   "code": "d27b4a3a242a66b45099b334937c1c4fc4ce0957a5acad9c284711fa8ec4fba5",
   "locked": "6856985ff90ac0325ca2d7193eab2dc9a26f02f9d0cecef690b3222eae79b3c0",
   "runs": false
  },
  "solutions/07_publish_a_fact_check/practice.ipynb": {
   "code": "d3fcb28b26513c73bbffdf7e0458eadb101b41cdb5a3fb4d5785042bfc634744",
   "locked": "d3fcb28b26513c73bbffdf7e0458eadb101b41cdb5a3fb4d5785042bfc634744",
   "runs": true
  },
  "solutions/07_publish_a_fact_check/programmers.ipynb": {
   "code": "458c7f886bd92d96569b66dc3bc3586c4da1835fde2548b0e73154ad3425a128",
   "locked": "7519ef9bd65215754ba15640447c9405768fc32b7370f4fc3cc46b85d75fc4fd",
   "runs": false
  }
 },
 "words": {
  "all_done": "All steps are done.",
  "article": "The article",
  "begun": "{done} of {of}",
  "contents": "Contents",
  "done": "done",
  "done_of": "Steps done: {done} of {of}.",
  "failed": "Something on this page did not run. Below it says what.",
  "late": "It has not started yet. Wait a little more, or load the page again. Your saved answers are safe.",
  "left": "Steps done: {done} of {of}. About {minutes} {minutes:minute|minutes} left.",
  "load_again": "Load it again",
  "long": "This can take a minute or two.",
  "minutes": "{count} min",
  "missing": "A part of the course could not be fetched. Look at your network, then load the page again.",
  "nav": "This page and the course",
  "next": "Next:",
  "no_kernel": "The lesson could not start: nothing here answers it. Your saved answers are safe.",
  "run": "Run it",
  "show_code": "Show the code",
  "start_again": "Start it again",
  "stopped": "The lesson has stopped. Your saved answers are safe.",
  "the_course": "The course",
  "this_page": "On this page",
  "try_again": "Try again",
  "unasked": "This page is not as the course made it, so it did not run by itself.",
  "unasked_sheet": "There is code of your own on this sheet, so it did not run by itself.",
  "waiting": "Getting the lesson ready …"
 }
};
